import { fileURLToPath } from 'node:url';

/** The checkout, without a slash at the end. */
export const PROJECT_DIR = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
/** The data that ship. */
export const DATA_DIR = `${PROJECT_DIR}/data`;
/** The configuration that wrangler runs and deploys the Worker with. */
export const CONFIG_PATH = `${PROJECT_DIR}/wrangler.toml`;
/** Where local KV is kept, as for `wrangler --persist-to`. */
export const STATE_DIR = `${PROJECT_DIR}/.wrangler/state`;
