import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemSchema } from '../../src/schema/document.ts';
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

test('10,000 addresses: no 5xx, every refusal is a problem, every redirect ends', async () => {
  const site = new Site(['measured']);
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
        const { status, headers } = response;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect(status).toBeLessThan(500);
        const body = await response.text();
        if (status === 308) {
          // one to the route's own address at most, and one to the canonical one
          let next = await site.fetch(headers.get('Location')!, init);
          if (next.status === 308) next = await site.fetch(next.headers.get('Location')!, init);
          await next.body?.cancel();
          expect(next.status).not.toBe(308);
        } else if (status >= 400) {
          const type = headers.get('Content-Type')!;
          const isHtml = isBrowser && type.startsWith('text/html');
          if (isHtml) expect(body).toContain('<!doctype html>');
          else expect(problemSchema.parse(JSON.parse(body)).status).toBe(status);
        }
      },
    ),
    { numRuns: 10_000, seed: 20_261_124 },
  );
  for (const status of [200, 308, 400, 404]) {
    expect(statuses.get(status)).toBeGreaterThan(100); // each kind of answer was reached
  }
}, 240_000);
