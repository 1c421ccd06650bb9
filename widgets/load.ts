import type { ComparisonDocument } from '../src/view/text/json.ts';

/** How long a server may take before it counts as failed, and the pause before the one retry. */
const TIMEOUT_MS = 8000;
const RETRY_MS = 500;

/** A document that was requested, and may be there. */
interface Request {
  readonly document: Promise<ComparisonDocument>;
  readonly aborter: AbortController;
  /** no answer yet: what it will be is as new as any */
  isOnItsWay: boolean;
  /** elements that want the document: the last one to leave aborts the request */
  askers: number;
}

/** Requests by address, so that several elements with one address share one. */
const requests = new Map<string, Request>();

/**
 * Loads the document at an address, once for all elements that want it: when the last of them
 * aborts, the request ends and the document is forgotten. A 5xx and a broken network are tried twice.
 *
 * @param signal - aborts this element's part in the request
 * @param isFresh - asks the server again, by the ETag of what the browser has: `no-cache` makes the
 *   HTTP cache do it, where a header of our own would cost a preflight
 * @throws Error when there is none: network, status, or not a comparison document of version 1
 */
export function loadDocument(
  address: string,
  signal: AbortSignal,
  isFresh: boolean,
): Promise<ComparisonDocument> {
  let request = requests.get(address);
  if (!request || (isFresh && !request.isOnItsWay)) {
    const aborter = new AbortController();
    const document = fetchDocument(address, aborter.signal, isFresh ? 'no-cache' : 'default');
    requests.set(address, (request = { document, aborter, askers: 0, isOnItsWay: true }));
  }
  const asked = request;
  const forget = () => {
    if (requests.get(address) === asked) requests.delete(address);
  };
  asked.askers++;
  signal.onabort = () => {
    if (--asked.askers) return;
    forget();
    asked.aborter.abort();
  };
  asked.document.then(() => {
    asked.isOnItsWay = false;
  }, forget);
  return asked.document;
}

async function fetchDocument(
  address: string,
  signal: AbortSignal,
  cache: RequestCache,
): Promise<ComparisonDocument> {
  for (let isRetry = false; ; isRetry = true) {
    try {
      const response = await fetch(address, {
        // Neither sends any; but a document that the page preloads has to be asked for in its way.
        credentials: address.startsWith(`${origin}/`) ? 'omit' : 'same-origin',
        cache,
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      const { ok, status } = response;
      if (!ok) throw new Error(`${address}: HTTP ${status}`, { cause: status });
      return checkedDocument(await response.json());
    } catch (error) {
      if (isRetry || isFinal(error) || signal.aborted) throw error;
      await new Promise((done) => {
        setTimeout(done, RETRY_MS * (1 + Math.random())); // not all pages of the world at once
      });
    }
  }
}

/** Whether asking again would give the same: it came from a server that works. */
export function isFinal(error: unknown): boolean {
  return error instanceof SyntaxError || (error as { cause: number }).cause < 500;
}

/**
 * The value itself, if it is a comparison document of version 1 whose numbers can be drawn.
 *
 * @throws SyntaxError for anything else
 */
export function checkedDocument(value: ComparisonDocument): ComparisonDocument {
  const numbers = value?.sides?.flatMap(({ knots }) =>
    knots?.flatMap(({ interactivity, throughput }) => [interactivity, throughput]),
  );
  if (value?.version !== 1 || !numbers || ![value.util, ...numbers].every(isDrawable)) {
    throw new SyntaxError('not a comparison document of version 1');
  }
  return value;
}

function isDrawable(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value < 1e12;
}
