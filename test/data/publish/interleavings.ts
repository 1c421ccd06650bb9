import type { Extras } from '../../../data/publish/publish.ts';
import { publishRelease } from '../../../data/publish/publish.ts';
import { GRACE_MS, prune } from '../../../data/publish/prune.ts';
import { rollback } from '../../../data/publish/rollback.ts';
import type { KvPort } from '../../../data/kv/port.ts';
import { Turns, publishing, toyReleases, visibleRelease } from './publishing.ts';

/** What each of several users does with one KV, by name. */
export type Users = Readonly<Record<string, (kv: KvPort) => Promise<unknown>>>;

/** Which of the users that may go goes next. */
export type Chooser = (ready: readonly string[]) => string;

export interface Interleaved {
  /** the users in the order in which they went */
  readonly order: readonly string[];
  readonly outcomes: Readonly<Record<string, 'done' | 'refused'>>;
  /** what a reader could not read, and when; `null` where all was whole at every moment */
  readonly fault: string | null;
}

/**
 * Runs users to their ends, one KV operation after the other as chosen, and looks after each write
 * whether every live release, and every script, is whole.
 */
export async function interleaved(
  entries: Map<string, string>,
  users: Users,
  choose: Chooser,
): Promise<Interleaved> {
  const turns = new Turns();
  const outcomes: Record<string, 'done' | 'refused'> = {};
  for (const [name, use] of Object.entries(users)) {
    use(turns.kv(name, entries)).then(
      () => (outcomes[name] = 'done'),
      () => (outcomes[name] = 'refused'),
    );
  }
  await new Promise((settled) => setImmediate(settled));
  const order: string[] = [];
  let before = stateOf(entries);
  let fault: string | null = null;
  while (turns.waiting.length > 0) {
    const user = choose(turns.waiting);
    order.push(user);
    await turns.go(user);
    const now = stateOf(entries);
    if (now !== before) fault ??= faultIn(entries, order);
    before = now;
  }
  return { order, outcomes, fault };
}

/** The keys and what `current` says, which is all that operations change. */
function stateOf(entries: ReadonlyMap<string, string>): string {
  return `${[...entries.keys()].join()} ${entries.get('current')}`;
}

function faultIn(entries: ReadonlyMap<string, string>, order: readonly string[]): string | null {
  try {
    visibleRelease(entries);
    return null;
  } catch (error) {
    return `after ${order.join(' ')}: ${String(error)}`;
  }
}

/** Chooses as a list of numbers says, from its start again at its end. */
export function byNumbers(numbers: readonly number[]): Chooser {
  let step = 0;
  return (ready) => ready[(numbers[step++ % numbers.length] ?? 0) % ready.length]!;
}

/** Numbers from 0 to below a limit, the same for the same seed (xorshift32). */
export function randomNumbers(seed: number): (limit: number) => number {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

/**
 * Chooses at random, but stays with a user for a while: what goes wrong where two meet needs the one
 * to have gone far while the other stood still.
 */
export function inBursts(random: (limit: number) => number): Chooser {
  let user = '';
  let left = 0;
  return (ready) => {
    if (left-- <= 0 || !ready.includes(user)) {
      user = ready[random(ready.length)]!;
      left = random(2) === 0 ? random(4) : random(40);
    }
    return user;
  };
}

/**
 * Every order in which few switches happen between users who would otherwise go on: each part is who
 * goes next and for how many operations; who goes last goes to the end.
 */
export function* bySwitches(
  users: readonly string[],
  switches: number,
  maxOperations: number,
  last: string | null = null,
): Generator<readonly (readonly [user: string, operations: number])[]> {
  for (const user of users.filter((one) => one !== last)) {
    if (switches === 0) yield [[user, Infinity]];
    else {
      for (let operations = 1; operations <= maxOperations; operations++) {
        for (const rest of bySwitches(users, switches - 1, maxOperations, user)) {
          yield [[user, operations], ...rest];
        }
      }
    }
  }
}

/** Chooses as the parts say; whoever is not ready is passed over. */
export function byParts(parts: readonly (readonly [user: string, operations: number])[]): Chooser {
  const left = parts.map(([user, operations]) => ({ user, operations }));
  return (ready) => {
    while (left.length > 0 && (left[0]!.operations === 0 || !ready.includes(left[0]!.user))) {
      left.shift();
    }
    if (left.length === 0) return ready[0]!;
    left[0]!.operations--;
    return left[0]!.user;
  };
}

const [OLD, SECOND, NEW] = toyReleases('o', 's', 'n');
const START = Date.UTC(2026, 0, 101);
const PRUNING = { keep: 1, olderThan: 10 };
const TRIES = 3;

/**
 * Old releases in KV and what a stopped publication left, to be pruned in two runs while others
 * publish just what is on its way out, go back, and prune as well.
 */
export function pruningScene(): { entries: () => Promise<Map<string, string>>; users: Users } {
  const now = (hours: number) => new Date(START + hours * GRACE_MS).toISOString();
  const extras = (card: string): Extras => ({
    cards: new Map([['x.light.png', card]]),
    scripts: new Map([['m.js', 'script']]),
  });
  /** what a refused command asks for: run again */
  const again = async (run: () => Promise<unknown>) => {
    for (let tried = 1; ; tried++) {
      try {
        return await run();
      } catch (error) {
        if (tried === TRIES) throw error;
      }
    }
  };
  const publishes = (built: typeof OLD, card: string) => (kv: KvPort) =>
    again(() => publishRelease(kv, built, extras(card), { now: now(2) }));
  return {
    async entries() {
      const entries = new Map<string, string>();
      for (const [day, built] of [OLD, SECOND, NEW].entries()) {
        await publishing(entries, built, day);
      }
      return entries;
    },
    users: {
      old: publishes(OLD, 'one'),
      other: publishes(SECOND, 'two'),
      pruner: async (kv) => {
        await again(() => prune(kv, { ...PRUNING, now: now(0) }));
        await kv.pause(kv.settleMs); // an hour
        await again(() => prune(kv, { ...PRUNING, now: now(2) }));
      },
      second: async (kv) => {
        await kv.pause(kv.settleMs);
        await again(() => prune(kv, { ...PRUNING, now: now(3) }));
      },
      back: (kv) => again(() => rollback(kv, null)),
    },
  };
}

/** What a number of interleavings came to. */
export interface InterleavingReport {
  readonly runs: number;
  readonly operations: number;
  /** runs in which a reader could not read something, with the seed that shows it again */
  readonly faults: readonly { readonly seed: number; readonly fault: string }[];
}

/**
 * Prunes, publications and rollbacks at once, in so many random orders.
 *
 * @param seed - of the first; each further one has the next number
 */
export async function pruningInterleavings(
  runs: number,
  seed: number,
  onProgress?: (done: number) => void,
): Promise<InterleavingReport> {
  const { entries, users } = pruningScene();
  const start = await entries();
  const faults: { seed: number; fault: string }[] = [];
  let operations = 0;
  for (let run = 0; run < runs; run++) {
    const random = randomNumbers(seed + run);
    const chosen = Object.entries(users).filter(() => random(3) > 0);
    const entriesNow = new Map(start);
    const { order, fault } = await interleaved(
      entriesNow,
      Object.fromEntries(chosen),
      inBursts(random),
    );
    operations += order.length;
    if (fault !== null) faults.push({ seed: seed + run, fault });
    onProgress?.(run + 1);
  }
  return { runs, operations, faults };
}
