import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { clientKey } from './client.ts';
import { ProblemError } from './problem-error.ts';
import type { Services } from './services.ts';

/** Seconds of the period that wrangler.toml gives the limit. */
const LIMIT_PERIOD_S = 60;
/** Seconds after which a card may be asked for again when too many wait. */
const BUSY_S = 5;
/** What a card counts for by its scale, about as its time: 140 and 441 ms. */
const COST = { 0.5: 1, 1: 1, 2: 3 } as const;

/**
 * A card drawn when its turn has come, counted against what the client may have drawn.
 *
 * @throws ProblemError when that is used up, or too many wait
 */
export async function drawInTurn<T>(
  c: Context<AppEnv>,
  { turns }: Services,
  scale: 0.5 | 1 | 2,
  draw: () => Promise<T>,
): Promise<T> {
  const taking = turns.take(() => countDrawing(c, COST[scale]), draw);
  // the turn ends with the drawing, also where the client has gone away
  c.executionCtx.waitUntil(taking.catch(() => null));
  const taken = await taking;
  if (taken !== null) return taken.made;
  throw new ProblemError('rate-limited', 'cards drawn on demand: too many are waited for', {
    headers: { 'Retry-After': String(BUSY_S) },
  });
}

async function countDrawing(c: Context<AppEnv>, cost: number): Promise<void> {
  const key = clientKey(c.req.header('CF-Connecting-IP') ?? 'local');
  for (let counted = 0; counted < cost; counted++) {
    const { success } = await c.env.RENDER_LIMIT.limit({ key });
    if (success) continue;
    const detail = 'cards drawn on demand: the limit of this client is reached';
    throw new ProblemError('rate-limited', detail, {
      headers: {
        'Retry-After': String(LIMIT_PERIOD_S),
        'RateLimit-Policy': `"cards";w=${LIMIT_PERIOD_S}`,
      },
    });
  }
}
