import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a path of a site answers; a function for what depends on the request. */
export interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** what the answer waits for; nothing unless told otherwise */
  readonly after?: Promise<void>;
}
export type Answers = Record<string, Answer | (() => Answer)>;

/** A small site on a port of its own, that counts what it was asked for. */
export interface Site {
  readonly origin: string;
  readonly answers: Answers;
  /** paths with query, in order */
  readonly asked: string[];
  /** while true every connection is cut */
  isDown: boolean;
  close(): Promise<void>;
}

/** Something that a test lets happen, so that nothing depends on how fast the machine is. */
export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

export function gate(): Gate {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

/** Starts a site on a free port of 127.0.0.1. What it has no answer for is 404. */
export async function startSite(): Promise<Site> {
  const site = { answers: {} as Answers, asked: [] as string[], isDown: false };
  const server = createServer((request, response) => {
    if (site.isDown) request.socket.destroy();
    else reply(site, request, response);
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(site, { origin: `http://127.0.0.1:${port}`, close: () => closed(server) });
}

function reply(
  { answers, asked }: Pick<Site, 'answers' | 'asked'>,
  { url = '/' }: IncomingMessage,
  response: ServerResponse,
): void {
  asked.push(url);
  const found = answers[url] ?? answers[url.split('?')[0]!];
  const answer = typeof found === 'function' ? found() : found;
  const {
    status = 404,
    type = 'text/plain',
    headers = {},
    body = '',
    after = Promise.resolve(),
  } = {
    ...(answer && { status: 200, ...answer }),
  };
  void after.then(() => {
    response.writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'access-control-allow-origin': '*',
      ...headers,
    });
    response.end(body);
  });
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => {
    server.close(done);
  });
}
