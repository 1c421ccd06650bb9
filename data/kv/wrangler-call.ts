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

/** What no second try mends, as wrangler and the service behind it say it. */
const LASTING = [
  /CLOUDFLARE_API_TOKEN|not logged in|Authentication error|Unable to authenticate/i,
  /\[code: (?:9109|10000|10001|10009|10011|10013|10014)\]/, // credentials, account, namespace, key
  /Unknown argument|No KV Namespaces|exceeds|too (?:large|long)|\b(?:400|401|403|404|413|414)\b/i,
];

/** What to do about it, by what was said. */
const REMEDIES: readonly { readonly said: RegExp; readonly remedy: string }[] = [
  {
    said: /CLOUDFLARE_API_TOKEN|not logged in|Authentication error|Unable to authenticate|code: (?:9109|10000|10001)\]/i,
    remedy:
      'wrangler has no credentials that are accepted: `npx wrangler login`, or set CLOUDFLARE_API_TOKEN to a token that may edit Workers KV, then run the same command again',
  },
  {
    said: /No KV Namespaces|namespace not found|code: 10013\]/i,
    remedy:
      'wrangler.toml does not name a KV namespace of this account: put the id that `npx wrangler kv namespace list` prints under [[kv_namespaces]]',
  },
  {
    said: /Unable to resolve|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|fetch failed/,
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
  for (let made = 1, wait = options.waitMs; ; made++, wait *= 4) {
    const failure = await called(args, options);
    if ('printed' in failure) return failure.printed;
    const { said } = failure;
    const isLast = made >= options.tries || LASTING.some((pattern) => pattern.test(said));
    if (isLast) {
      throw new Error(callFailure(verb, failure.how, made, said));
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** What went wrong in a call, in words, and what to do about it where that is known. */
export function callFailure(verb: string, how: string, made: number, said: string): string {
  const times = made === 1 ? '' : `, ${made} times`;
  const known = REMEDIES.find((one) => one.said.test(said));
  const remedy = known === undefined ? '' : `\n${known.remedy}`;
  return `wrangler ${verb} ${how}${times}: ${said}${remedy}`;
}

type Outcome = { readonly printed: string } | { readonly how: string; readonly said: string };

const END_WITHIN_MS = 3000;

function called(
  args: readonly string[],
  { limitMs, program }: Pick<CallOptions, 'limitMs' | 'program'>,
): Promise<Outcome> {
  const child = spawn(process.execPath, [program, ...args, '--config', CONFIG_PATH], {
    cwd: PROJECT_DIR,
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1', CI: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const said = () => {
    const printed = Buffer.concat(output).toString();
    return lastLines(Buffer.concat(errors).toString() || printed) || 'it said nothing';
  };
  return new Promise((resolve, reject) => {
    let late: string | null = null;
    const limit = setTimeout(() => {
      late = `did not end within ${limitMs / 1000} s`;
      void end(child).then(() => resolve({ how: late!, said: said() }));
    }, limitMs);
    child.on('error', (error) => {
      clearTimeout(limit);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      if (late !== null) resolve({ how: late, said: said() });
      else if (code === 0) resolve({ printed: Buffer.concat(output).toString() });
      else resolve({ how: `ended with exit code ${code}`, said: said() });
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
