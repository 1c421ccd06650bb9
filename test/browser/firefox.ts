import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

/** A tab of a headless Firefox, driven by WebDriver BiDi, which Firefox speaks by itself. */
export interface FirefoxTab {
  /** Goes to an address, without waiting for what it loads. */
  goto(url: string): Promise<void>;
  /** The value of an expression in the page, which may be a promise, by way of JSON. */
  evaluate<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

/** The Firefox that `FIREFOX_PATH` names, else one on the path; `null` for none. */
export function firefoxPath(): string | null {
  const named = process.env['FIREFOX_PATH'];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = ['firefox-esr', 'firefox'].flatMap((it) => folders.map((at) => join(at, it)));
  return paths.find((path) => existsSync(path)) ?? null;
}

/**
 * Starts a Firefox with a profile of its own.
 *
 * @param size - of the window's content, px
 * @throws Error when it ends before it listens, or answers with an error
 */
export async function startFirefox(
  path: string,
  size: { width: number; height: number },
  prefers: 'light' | 'dark',
): Promise<FirefoxTab> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const scheme = prefers === 'dark' ? 0 : 1;
  writeFileSync(
    join(profile, 'user.js'),
    `user_pref('layout.css.prefers-color-scheme.content-override', ${scheme});`,
  );
  const flags = ['--headless', '--no-remote', '--remote-debugging-port', '0', '--profile', profile];
  const firefox = spawn(path, flags, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(firefox, 'exit');
  const socket = new WebSocket(`${await addressIn(firefox.stderr, ended)}/session`);
  await new Promise((open, failed) => {
    socket.addEventListener('open', open);
    socket.addEventListener('error', failed);
  });
  const send = senderTo(socket);
  await send('session.new', { capabilities: {} });
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree');
  const { context } = contexts[0]!;
  await send('browsingContext.setViewport', { context, viewport: size });
  return {
    goto: (url) => send('browsingContext.navigate', { context, url, wait: 'none' }),
    evaluate: async (expression) => {
      const { result, exceptionDetails } = await send<Evaluated>('script.evaluate', {
        expression: `Promise.resolve(${expression}).then(JSON.stringify)`,
        target: { context },
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(`${exceptionDetails.text}: ${expression.slice(0, 80)}`);
      return JSON.parse(result!.value);
    },
    close: async () => {
      firefox.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

interface Evaluated {
  readonly result?: { readonly value: string };
  readonly exceptionDetails?: { readonly text: string };
}

/** The address that Firefox says it listens at. */
async function addressIn(output: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<string> {
  const listening = new Promise<string>((found) => {
    createInterface(output).on('line', (line) => {
      const [address] = /ws:\/\/\S+/.exec(line) ?? [];
      if (address) found(address);
    });
  });
  const address = await Promise.race([listening, ended.then(() => null)]);
  if (address === null) throw new Error('Firefox ended before it listened');
  return address;
}

/** Sends commands, each of which resolves with what is answered to it. */
function senderTo(socket: WebSocket) {
  const waiting = new Map<number, { resolve(result: never): void; reject(error: Error): void }>();
  socket.addEventListener('message', ({ data }) => {
    const { id, type, result, message } = JSON.parse(String(data));
    if (type === 'error') waiting.get(id)?.reject(new Error(message));
    else waiting.get(id)?.resolve(result as never);
  });
  let last = 0;
  return <T>(method: string, params: object = {}): Promise<T> => {
    return new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  };
}
