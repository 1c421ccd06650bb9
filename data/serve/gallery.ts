import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The page that shows the element in all its states, served from an origin of its own. */
export interface Gallery {
  readonly origin: string;
  close(): Promise<void>;
}

const PAGE = new URL('../../widgets/index.html', import.meta.url);
/** Is never answered, for an element that goes on loading. */
const SILENT = '/never.json';
/** Where the document of an address belongs among an element's children. */
const CARRIED = /(?<=<script type="application\/json" data-from="([^"]+)">)(?=<\/script>)/g;

/** The shipped comparison that most sections show, and what readers call it there. */
const SHOWN = { id: 'qwen-3-5/b300-fp4/mtp-vs-off', title: 'Qwen 3.5 on B300 FP4: MTP vs Off' };

/**
 * Serves `widgets/index.html` beside the Worker, which does not have it: a page for those who work
 * on the element, and on another origin than the element's documents, as a blog is.
 *
 * @param host - origin of the Worker, which HOST stands for in the page
 * @param port - taken if it is free, or else any that is
 * @param own - id of a comparison to show where the shipped ones are not there; the states that only
 *   those have are left out
 */
export async function startGallery(
  host: string,
  port: number,
  own: string | null = null,
): Promise<Gallery> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, host);
    if (pathname === SILENT) return;
    const answer = (status: number, type: string, text: string) =>
      response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(text);
    if (pathname !== '/') {
      answer(404, 'text/plain', `${pathname}: not in the gallery, which is at /`);
      return;
    }
    galleryPage(host, own).then(
      (html) => answer(200, 'text/html', html),
      (error: unknown) => answer(502, 'text/plain', String(error)),
    );
  });
  await listening(server, port).catch(() => listening(server, 0));
  const taken = (server.address() as AddressInfo).port;
  return { origin: `http://localhost:${taken}`, close: () => closed(server) };
}

/** The page as it is on disk now, so that a change shows without a restart. */
async function galleryPage(host: string, own: string | null): Promise<string> {
  const written = await readFile(PAGE, 'utf8');
  const page = (own === null ? written : aboutOwn(written, own)).replaceAll('HOST/', `${host}/`);
  const addresses = [...page.matchAll(CARRIED)].map(([, address]) => address!);
  const documents = await Promise.all(addresses.map(documentText));
  return page.replaceAll(CARRIED, () => documents.shift()!);
}

/** The sections that any comparison can stand in, with this one in them. */
function aboutOwn(page: string, id: string): string {
  const isOfAny = (text: string) =>
    [...text.matchAll(/HOST\/compare\/([\w/-]+)/g)].every(([, one]) => one === SHOWN.id) &&
    !/ at="/.test(text); // a speed that need not be in another's range
  return page
    .replaceAll(/<section [^]*?<\/section>\n*/g, (text) => (isOfAny(text) ? text : ''))
    .replaceAll(SHOWN.id, id)
    .replaceAll(SHOWN.title, id);
}

/** A document as text that may stand in a script. */
async function documentText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address}: HTTP ${response.status}, where the gallery needs a document`);
  }
  return (await response.text()).replaceAll('<', String.raw`\u003c`);
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
