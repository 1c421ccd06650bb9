import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filesOf } from '../../../data/render/addresses.ts';
import { loadData } from '../../../data/load/load.ts';
import { buildRelease } from '../../../data/release/release.ts';
import { renderFiles } from '../../../data/render/render.ts';

const names = (page: string) => filesOf(page).map(({ file }) => file);

describe('names of rendered files', () => {
  test('are the address where that is short and plain', () => {
    expect(names('/compare/qwen-3-5/b300-fp4/mtp-vs-off?at=93,124.5')[0]).toBe(
      'qwen-3-5__b300-fp4__mtp-vs-off__at=93,124.5.html',
    );
    expect(names('/rank/qwen-3-5/1k1k')[0]).toBe('rank__qwen-3-5__1k1k.html');
  });

  test('fit every file system, however much is asked', () => {
    const long = `/rank/qwen-3-5/1k1k?engine=${Array.from({ length: 90 }, (_, i) => `engine-${i}`).join()}`;
    for (const name of names(long)) {
      expect(Buffer.byteLength(`${name}.1234567`)).toBeLessThanOrEqual(255); // half-written
      expect(name).toMatch(/^rank__qwen-3-5__1k1k__engine=engine-0,engine-1,.*-[0-9a-f]{12}\./);
    }
    expect(names(long)).toEqual(names(long));
    // the same beginning, another end
    expect(names(long)[0]).not.toBe(names(`${long},engine-90`)[0]);
  });

  test('differ where addresses do, also where case or signs are no difference to a disk', () => {
    const values = ['a', 'A', 'a%2Fb', 'a%2fb', 'a-b', 'a:b', 'a%5Cb', '..%2F..%2Fa', 'ä', 'a%00'];
    const files = values.map((value) => names(`/rank/m/w?engine=${value}`)[0]!);
    expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(values.length - 1); // %2F is %2f
    for (const file of files) expect(file).toMatch(/^[a-z0-9._=,~!-]+$/);
  });

  test('of any two addresses differ', () => {
    const query = fc.array(
      fc.tuple(
        fc.constantFrom('at', 'engine', 'hardware', 'rows'),
        fc.string({
          minLength: 1,
          maxLength: 300,
          unit: fc.constantFrom('a', 'A', '-', '_', '%', '/'),
        }),
      ),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(query, query, (one, other) => {
        const [a, b] = [one, other].map((pairs) => {
          const keys = new Map(pairs);
          return [...keys].map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
        });
        const [first, second] = [a, b].map((text) => names(`/rank/m/w?${text}`)[0]!.toLowerCase());
        return (a === b) === (first === second) && first!.length <= 205;
      }),
    );
  });
});

test('links between files with cut names lead to files', async () => {
  const release = buildRelease(await loadData([]));
  const written = new Map<string, string>();
  const filters = [
    'deployment=aggregated,disagg,multi-node,single-node,unstated',
    'engine=atom,dynamo-sglang,dynamo-trt,mori-sglang,sglang,trt,unstated,vllm',
    'hardware=b200,b300,gb200,gb300,h100,h200,mi300x,mi325x,mi355x',
  ];
  const pages = await renderFiles(
    release,
    [`/rank/deepseek-r1/8k1k?${filters.join('&')}`, 'qwen-3-5/b300-fp4/mtp-vs-off'],
    {
      publishedAt: '2026-11-23T09:00:00Z',
      write: async (file, content) => void written.set(file, Buffer.from(content).toString()),
    },
  );
  const [cut] = pages;
  expect(cut).toMatch(/^rank__deepseek-r1__8k1k__.*-[0-9a-f]{12}\.html$/);
  const led = (of: string) =>
    [...of.matchAll(/(?:href|src)="([^"]+)"/g)].flatMap(([, to]) => {
      const file = decodeURIComponent(to!.replaceAll('&amp;', '&').split(/[?#]/, 1)[0]!);
      return file === '' || /^(?:https?|data):/.test(file) ? [] : file;
    });
  for (const [name, content] of written) {
    if (!name.endsWith('.html')) continue;
    for (const file of led(content)) expect([...written.keys()]).toContain(file);
  }
  // its other forms, from its page; its page from the list
  expect(led(written.get(cut!)!)).toContain(cut!.replace(/html$/, 'csv'));
  expect(led(written.get('index.html')!)).toContain(cut);
}, 60_000);
