import { constants, accessSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const GUARD = fileURLToPath(new URL('workerd-guard.sh', import.meta.url));

/**
 * Lets every workerd that this process starts from now on end with it, even where it is killed:
 * what Miniflare runs as workerd is a script that watches over it. Where no such script can run
 * (Windows, a checkout without file modes) nothing changes.
 */
export function guardWorkerd(): void {
  if (process.platform === 'win32' || !isExecutable(GUARD)) return;
  process.env['MATCHPOINT_WORKERD'] ??= workerdPath();
  process.env['MINIFLARE_WORKERD_PATH'] = GUARD;
}

/** The workerd that would run otherwise: one that the environment names, else Miniflare's own. */
function workerdPath(): string {
  const named = process.env['MINIFLARE_WORKERD_PATH'];
  if (named !== undefined) return named;
  const fromMiniflare = createRequire(createRequire(import.meta.url).resolve('miniflare'));
  const workerd: { readonly default: string } = fromMiniflare('workerd');
  return workerd.default;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
