import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemSchema } from '../../src/schema/document.ts';
import { runsOf, shareOf, told } from '../generated-runs.ts';
import { BROWSER, Site } from './site.ts';

const TOKENS =
  'b300 b200 gb200 h100 mi300x fp4 fp8 bf16 mtp off none sglang trt dynamo-trt disagg 1k1k 8k1k ' +
  'agentic 20260520 ~before ~after vs _ - -- ~ %20 %E0%A4%A é constructor __proto__ x '.trim();
const MODELS = 'qwen-3-5 deepseek-r1 dsr1 gptoss-120b nothing hasOwnProperty Qwen-3-5'.split(' ');
const ROOTS = 'compare compare-spec-decode compare-precision compare-per-dollar zh/compare'.split(
  ' ',
);
const FORMS = ['', '.json', '.csv', '.md', '.chart.svg', '.JSON', '/', '.txt'];
const KEYS =
  'at at basis pool rates tier usd usd.b300 usd.x util ttft release lang theme utm'.split(' ');
const VALUES =
  '93 93,124 1,2,3,4,5 0 -1 1e9 NaN Infinity 0.1 10000 published measured all neocloud rental ' +
  '2025-08 2.85 0.5 1 000000000000 zh dark %2C %00 %F0%9F %E0%A4%A <script> = , ';

/** What means something to a URL, a header, a path or a parser, as it may be written in any segment. */
const PIECES = (
  '%0a %0d%0a %00 %E4%BD%A0 %20 %22 %27 %3F %23 %25 %2F %5C %2e%2e .. . ; : @ & + , ! * ( ) $ ~ | ^ ` { } ' +
  '%C4%B0 %E1%BA%9E %F0%9F%98%80 %EF%BB%BF %E2%80%AE %7F %80 %ED%A0%80 x A b300 qwen-3-5 1k1k .json'
).split(' ');
const segment = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 })
  .map((list) => list.join(''));
/** As long as tens of thousands of requests take. */
const FOR_LONG_MS = 3_600_000;

const STEMS =
  '/compare /embed /cards /sweeps /widgets /zh /compare-precision /embed-builder /oembed /method /rank /embed/rank'.split(
    ' ',
  );
/** Any segment of any address. */
const anySegments = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...STEMS),
      segment.map((text) => `/${text}`),
    ),
    fc.array(fc.oneof(segment, fc.constantFrom('qwen-3-5', 'b300-fp4', 'mtp-vs-off', '1k1k')), {
      maxLength: 4,
    }),
    fc.constantFrom('', '.json', '.png', '.svg', '/', '%2F'),
  )
  .map(([stem, list, end]) => `${[stem, ...list].join('/')}${end}`);
const METHODS = [
  'GET',
  'GET',
  'GET',
  'HEAD',
  'OPTIONS',
  'POST',
  'PUT',
  'DELETE',
  'PROPFIND',
  'get',
];
const headers = fc.dictionary(
  fc.constantFrom(
    'Accept',
    'If-None-Match',
    'Host',
    'Origin',
    'Range',
    'CF-Connecting-IP',
    'X-Forwarded-Host',
    'Accept-Language',
  ),
  fc.oneof(
    fc.constantFrom(BROWSER.Accept, 'text/markdown', '*', 'W/"x"', '"', '::', 'bytes=0-1'),
    fc.array(fc.constantFrom(...PIECES)).map((list) => list.join(' ').trim()),
  ),
  { maxKeys: 3 },
);

const tokens = fc
  .array(fc.constantFrom(...TOKENS.split(' ')), { minLength: 1, maxLength: 4 })
  .map((list) => list.join('-'));
const sides = fc.array(tokens, { minLength: 1, maxLength: 5 }).map((list) => list.join('-vs-'));
const path = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...ROOTS),
      fc.constantFrom(...MODELS),
      fc.oneof(tokens, fc.constant('_')),
      sides,
      fc.constantFrom(...FORMS),
    )
    .map(([root, model, shared, list, form]) => `/${root}/${model}/${shared}/${list}${form}`),
  fc
    .tuple(fc.constantFrom(...ROOTS), fc.constantFrom(...MODELS), sides, fc.constantFrom(...FORMS))
    .map(([root, model, list, form]) => `/${root}/${model}-${list}${form}`),
  fc.webPath().map((text) => `/${text}`),
  fc.constantFrom(
    '/',
    '/method',
    '/catalog.json',
    '/sweeps/a/b.json',
    '/sweeps/',
    '/compare',
    '/x',
  ),
);
const query = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES.split(' '))), {
    maxLength: 4,
  })
  .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&'));
const known = fc
  .tuple(
    fc.constantFrom('qwen-3-5/b300-fp4/mtp-vs-off', 'deepseek-r1/_/b200-vs-mi300x-vs-b300'),
    fc.constantFrom(...FORMS.slice(0, 5)),
  )
  .map(([id, form]) => `/compare/${id}${form}`);

/** The answer at the end of all redirects. Fails on a loop, and on one that leaves the site. */
async function followed(site: Site, first: Response, init: RequestInit): Promise<Response> {
  const seen = new Set<string>();
  let response = first;
  while (response.status === 308) {
    await response.body?.cancel();
    const location = response.headers.get('Location')!;
    expect(location).toMatch(/^\/(?![/\\])[!-~]*$/);
    expect(seen).not.toContain(location);
    seen.add(location);
    // one to the route's own address at most, and one to the canonical one
    expect(seen.size).toBeLessThanOrEqual(2);
    response = await site.fetch(location, init);
  }
  return response;
}

/** A refusal is a page for whom that may be, a picture or a problem document. */
async function check(response: Response, isHtmlWelcome: boolean): Promise<void> {
  const { status, headers: said } = response;
  expect(status).toBeLessThan(500);
  const type = said.get('Content-Type') ?? '';
  const body = type.startsWith('image/') ? '' : await response.text();
  if (status < 400 || body === '') return;
  if (isHtmlWelcome && type.startsWith('text/html')) expect(body).toContain('<!doctype html>');
  else expect(problemSchema.parse(JSON.parse(body)).status).toBe(status);
}

test(
  'any address: no 5xx, every refusal is a problem, every redirect ends',
  async () => {
    const site = new Site(['measured']);
    const runs = runsOf(10_000, 20_261_124);
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 3, arbitrary: path }, { weight: 1, arbitrary: known }),
        query,
        fc.boolean(),
        async (asked, keys, isBrowser) => {
          const address = `${asked}${keys === '' ? '' : `?${keys}`}`;
          const init = isBrowser ? { headers: BROWSER } : {};
          const response = await site.fetch(address, init);
          statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
          if (response.status !== 308) await check(response, isBrowser);
          else await (await followed(site, response, init)).body?.cancel();
        },
      ),
      runs,
    );
    told('addresses answered', statuses);
    for (const status of [200, 308, 400, 404]) {
      expect(statuses.get(status) ?? 0).toBeGreaterThan(shareOf(runs, 0.01)); // each kind of answer was reached
    }
  },
  FOR_LONG_MS,
);

test(
  'any segments, method and headers: none is a 5xx, no redirect loops',
  async () => {
    const site = new Site(['measured']);
    site.rendersLeft = 0; // pictures are refused before they are drawn
    const runs = runsOf(5_000, 20_261_126);
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(
        anySegments,
        query,
        fc.constantFrom(...METHODS),
        headers,
        async (asked, keys, method, sent) => {
          const init = { method, headers: sent };
          const first = await site.fetch(`${asked}${keys === '' ? '' : `?${keys}`}`, init);
          statuses.set(first.status, (statuses.get(first.status) ?? 0) + 1);
          await check(await followed(site, first, init), true);
        },
      ),
      runs,
    );
    told('requests of any segments, method and headers answered', statuses);
    for (const status of [204, 308, 400, 404, 405]) {
      expect(statuses.get(status) ?? 0).toBeGreaterThan(shareOf(runs, 0.01));
    }
  },
  FOR_LONG_MS,
);
