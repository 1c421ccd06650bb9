import type { ComparisonDocument } from '../src/view/json.ts';

const TIMEOUT_MS = 8000;
const RETRY_MS = 500;

interface Request {
  readonly document: Promise<ComparisonDocument>;
  readonly controller: AbortController;
  isDone: boolean;
  users: number;
}

/** By address: however many elements show a document, it is fetched once. */
const requests = new Map<string, Request>();

/**
 * The document at an address. Aborted when the last who asked for it is.
 *
 * @param isFresh - ask the server again, by the ETag of what the browser has: `no-cache` makes the
 *   HTTP cache do it, where a header of our own would cost a preflight
 * @throws Error when there is none: network, status, or not a comparison document of version 1
 */
export async function loadDocument(
  address: string,
  signal: AbortSignal,
  isFresh = false,
): Promise<ComparisonDocument> {
  let request = requests.get(address);
  if (!request || (isFresh && request.isDone)) {
    request = start(address, isFresh);
    requests.set(address, request);
  }
  const asked = request;
  asked.users++;
  signal.addEventListener('abort', () => {
    if (--asked.users || asked.isDone) return;
    requests.delete(address);
    asked.controller.abort();
  });
  return asked.document;
}

function start(address: string, isFresh: boolean): Request {
  const controller = new AbortController();
  const document = fetched(address, controller.signal, isFresh);
  const request: Request = { document, controller, isDone: false, users: 0 };
  document.then(
    () => {
      request.isDone = true;
    },
    () => {
      if (requests.get(address) === request) requests.delete(address);
    },
  );
  return request;
}

async function fetched(
  address: string,
  signal: AbortSignal,
  isFresh: boolean,
  isRetry = false,
): Promise<ComparisonDocument> {
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      cache: isFresh ? 'no-cache' : 'default',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    if (!response.ok) throw new LoadError(address, response.status);
    return checked(await response.json());
  } catch (error) {
    const isFinal = error instanceof LoadError && error.status < 500;
    if (isRetry || isFinal || error instanceof SyntaxError || signal.aborted) throw error;
    await new Promise((done) => {
      setTimeout(done, RETRY_MS * (1 + Math.random())); // not all pages of the world at once
    });
    return fetched(address, signal, isFresh, true);
  }
}

/** @throws SyntaxError unless it is a comparison document of version 1 */
export function checked(value: ComparisonDocument): ComparisonDocument {
  if (value?.version !== 1 || !value.sides?.length) {
    throw new SyntaxError('not a comparison document of version 1');
  }
  return value;
}

class LoadError extends Error {
  readonly status: number;

  constructor(address: string, status: number) {
    super(`${address}: HTTP ${status}`);
    this.status = status;
  }
}
