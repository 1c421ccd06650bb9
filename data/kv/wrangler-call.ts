import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { CONFIG_PATH, PROJECT_DIR } from '../project-paths.ts';

/** How a call is made. */
export interface CallOptions {
  /** ms after which it has failed */
  readonly limitMs: number;
  /** times that it is made in all, while what goes wrong may pass */
  readonly tries: number;
  /** ms before the second time, then four times as long each */
  readonly waitMs: number;
  /** what is run, with the Node that runs this */
  readonly program: string;
}

const NO_CREDENTIALS =
  /CLOUDFLARE_API_TOKEN|not logged in|Authentication error|Unable to authenticate|code: (?:9109|10000|10001)\]/i;

/** What no second try mends, as wrangler and the service behind it say it. */
const LASTING = [
  NO_CREDENTIALS,
  /\[code: (?:9109|10000|10001|10009|10011|10013|10014)\]/, // credentials, account, namespace, key
  /Unknown argument|No KV Namespaces|exceeds|too (?:large|long)|\b(?:400|401|403|404|413|414)\b/i,
];

/** What to do about a failure, by what wrangler says. */
const REMEDIES: readonly { readonly when: RegExp; readonly remedy: string }[] = [
  {
    when: NO_CREDENTIALS,
    remedy:
      'wrangler has no credentials that are accepted: `npx wrangler login`, or set CLOUDFLARE_API_TOKEN to a token that may edit Workers KV, then run the same command again',
  },
  {
    when: /No KV Namespaces|namespace not found|code: 10013\]/i,
    remedy:
      'wrangler.toml does not name a KV namespace of this account: put the id that `npx wrangler kv namespace list` prints under [[kv_namespaces]]',
  },
  {
    when: /Unable to resolve|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|fetch failed/,
    remedy: 'the network does not reach Cloudflare: run the same command again when it does',
  },
];

/** The program behind the `wrangler` command, to be run with the Node that runs this. */
export function wranglerProgram(): string {
  const require = createRequire(import.meta.url);
  return join(require.resolve('wrangler/package.json'), '../bin/wrangler.js');
}

/**
 * What a wrangler command prints; made again where it fails in a way that may pass.
 *
 * @throws Error with what it said last and, where that is known, what to do about it
 */
export async function callWrangler(args: readonly string[], options: CallOptions): Promise<string> {
  const verb = args.slice(0, 3).join(' ');
  for (let attempt = 1, wait = options.waitMs; ; attempt++, wait *= 4) {
    const outcome = await callOnce(args, options);
    if ('printed' in outcome) return outcome.printed;
    const { ending, output } = outcome;
    if (attempt >= options.tries || LASTING.some((pattern) => pattern.test(output))) {
      throw new Error(callFailure(verb, ending, attempt, output));
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/**
 * A call that failed in words, and what to do about it where that is known.
 *
 * @param verb - of the command, e.g. `kv bulk get`
 * @param ending - how it ended, e.g. `ended with exit code 1`
 * @param attempts - times that it was made
 * @param output - its last lines
 */
export function callFailure(
  verb: string,
  ending: string,
  attempts: number,
  output: string,
): string {
  const times = attempts === 1 ? '' : `, ${attempts} times`;
  const remedy = REMEDIES.find(({ when }) => when.test(output))?.remedy;
  return `wrangler ${verb} ${ending}${times}: ${output}${remedy === undefined ? '' : `\n${remedy}`}`;
}

/** What a call printed, or how it failed and what it said last. */
type Outcome = { readonly printed: string } | { readonly ending: string; readonly output: string };

const END_WITHIN_MS = 3000;

function callOnce(
  args: readonly string[],
  { limitMs, program }: Pick<CallOptions, 'limitMs' | 'program'>,
): Promise<Outcome> {
  const child = spawn(process.execPath, [program, ...args, '--config', CONFIG_PATH], {
    cwd: PROJECT_DIR,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1', CI: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const failed = (ending: string): Outcome => {
    const text = [errors, printed].map((chunks) => Buffer.concat(chunks).toString()).find(Boolean);
    return { ending, output: lastLines(text ?? '') || 'it said nothing' };
  };
  return new Promise((resolve, reject) => {
    let late: string | null = null;
    const limit = setTimeout(() => {
      late = `did not end within ${limitMs / 1000} s`;
      void end(child).then(() => resolve(failed(late!)));
    }, limitMs);
    child.on('error', (error) => {
      clearTimeout(limit);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      if (late !== null) resolve(failed(late));
      else if (code === 0) resolve({ printed: Buffer.concat(printed).toString() });
      else resolve(failed(`ended with exit code ${code}`));
    });
  });
}

/** Ends it, gently first: wrangler passes that on to what it has started. */
async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS);
  await ended;
  clearTimeout(late);
}

/** The last lines of what was printed, without colours, which it has in spite of NO_COLOR, and without where it was logged. */
export function lastLines(text: string): string {
  const lines = stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => !/Logs were written to/.test(line));
  return lines.join('\n').trim().split('\n').slice(-8).join('\n');
}
