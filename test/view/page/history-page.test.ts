import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { HistoryOptions } from '../../../src/core/history/history.ts';
import type { History } from '../../../src/core/history/history-types.ts';
import { historyLinks } from '../../../src/view/history-links.ts';
import type { Keys } from '../../../src/view/links.ts';
import { toDocument, toHtml } from '../../../src/view/markup/html.ts';
import { frontiersChart } from '../../../src/view/page/history/frontiers-chart.ts';
import { historyPage } from '../../../src/view/page/history/history-page.ts';
import { timelineChart } from '../../../src/view/page/history/timeline-chart.ts';
import { imageLetters, timelineOf } from '../../../src/view/page/history/timeline.ts';
import { historyAnswer } from '../../../src/view/text/history-summary.ts';
import { historyCsv } from '../../../src/view/text/history-csv.ts';
import { historyMarkdown } from '../../../src/view/text/history-markdown.ts';
import { en } from '../../../src/view/words/en/index.ts';
import { source } from '../../core/fixtures.ts';
import type { SweepSketch } from '../../core/fixtures.ts';
import { inventedHistory } from '../../core/history/invented-history.ts';

const SIZE = { width: 600, height: 380 };
const CURVE = '20:2000 30:1600 50:900 80:400';

/** Runs of successive days of May 2026, each given as its points and, after `|`, its image. */
function runs(texts: readonly string[], options: Partial<HistoryOptions> = {}): History {
  const sketches = texts.map((text, i): SweepSketch => {
    const [points = '', image = null] = text.split('|');
    const date = `2026-05-0${i + 1}`;
    return { run: String(i + 1), date, points, sources: [{ ...source, image }] };
  });
  return inventedHistory(sketches, { at: 50, ...options });
}

/** The same curve with every throughput times a factor. */
function times(factor: number): string {
  return CURVE.replaceAll(/:(\d+)/g, (_, y) => `:${Number(y) * factor}`);
}

function page(history: History, keys: Keys = {}): string {
  return toDocument(
    historyPage(
      {
        history,
        links: historyLinks(history, 'https://matchpoint.example', {}, []),
        keys,
        offers: [],
        siblings: [],
        chosen: { before: null, after: null },
      },
      en,
    ),
  );
}

describe('the answer', () => {
  const range = { at: 40 }; // between two points, so that little is settled
  test.each([
    [
      'up',
      [CURVE, times(1.5)],
      {},
      'is up 1.5× from the run of 2026-05-01 to that of 2026-05-02: 900 to 1,350 tok/s/GPU.',
    ],
    [
      'down',
      [times(1.5), CURVE],
      {},
      'is down 1.5× from the run of 2026-05-01 to that of 2026-05-02: 1,350 to 900 tok/s/GPU.',
    ],
    [
      'level',
      [CURVE, times(1.01)],
      {},
      'is about level between the runs of 2026-05-01 and 2026-05-02, likely within 5\u202f%: 900 and 909 tok/s/GPU.',
    ],
    [
      'open',
      [CURVE, times(1.1)],
      range,
      'The data do not tell whether throughput at 40 tok/s/user changed between the runs of 2026-05-01 and 2026-05-02: ',
    ],
    ['the other way', [times(1.1), CURVE], range, 'tok/s/GPU, likely 0.6 to 1.3×.'],
    [
      'one number',
      [CURVE, '20:2000 30:1600'],
      {},
      'Of 2 runs only that of 2026-05-01 has a number at 50 tok/s/user: 900 tok/s/GPU.',
    ],
    ['one run', [CURVE], {}, 'There is one run, of 2026-05-01: 900 tok/s/GPU at 50 tok/s/user.'],
    [
      'no number',
      [CURVE, CURVE],
      { at: 500 },
      'None of the 2 runs has a number at 500 tok/s/user.',
    ],
    [
      'some numbers',
      [CURVE, '20:2000 30:1600', times(1.5)],
      {},
      'tok/s/GPU. 2 of the 3 runs have a number there.',
    ],
  ] as const)('%s', (_, texts, options, said) => {
    expect(historyAnswer(runs(texts, options), en)).toContain(said);
  });

  test('counts the runs with a number only where some have none', () => {
    expect(historyAnswer(runs([CURVE, times(1.5)]), en)).toMatch(/1,350 tok\/s\/GPU\.$/);
  });

  test('says in the CSV which run is shown, and which one was passed over for its few points', () => {
    const sketches = ['1', '2', '3'].map((run) => ({
      run,
      date: `2026-05-0${run}`,
      points: CURVE,
      isDefault: run === '2',
    }));
    const history = inventedHistory(sketches, { at: 50 });
    const text = historyCsv(history, historyLinks(history, '', {}, []), en.ranking);
    const [head = [], ...lines] = text
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const column = (name: string) => lines.map((line) => line[head.indexOf(name)]);
    expect(column('is_shown')).toEqual(['false', 'true', 'false']);
    expect(column('is_partial')).toEqual(['false', 'false', 'true']);
    const html = page(history);
    expect(html.match(/shown in rankings/g)).toHaveLength(1);
    expect(html.match(/few points, passed over/g)).toHaveLength(1);
  });

  test('that is open names no change in any form', () => {
    const history = runs([CURVE, times(1.1)], { at: 40 });
    const links = historyLinks(history, '', {}, []);
    const forms = [page(history), historyMarkdown(history, links, en)];
    for (const text of forms) expect(text).not.toMatch(/\b(up|down) \d/);
    expect(historyCsv(history, links, en.ranking)).toMatch(/,open,1\.1,/);
  });

  test.each([
    ['of one magnitude', 172.04, 172.24, ['172.0', '172.2'], '168.7 to 175.5'],
    ['of which the larger needs no decimal', 900.4, 1350.2, ['900', '1350'], '883 to 918'],
    ['of which the smaller needs one', 12.34, 1350.2, ['12.3', '1350.2'], '12.1 to 12.6'],
    ['that are whole', 86, 87, ['86', '87'], '84.3 to 87.7'],
    ['that round to whole ones', 86.001, 87.002, ['86', '87'], '84.3 to 87.7'],
    ['of which one is whole', 86, 87.5, ['86.0', '87.5'], '84.3 to 87.7'],
  ])(
    'numbers %s are printed alike in sentence, table, chart and Markdown',
    (_, a, b, printed, likely) => {
      const history = runs([`20:${3 * a} 50:${a}`, `20:${3 * b} 50:${b}`]);
      const links = historyLinks(history, '', {}, []);
      const [first, second] = printed.map((text) => text.replace(/^1(?=\d{3})/, '1,'));
      const html = page(history);
      expect(historyAnswer(history, en)).toMatch(`: ${first} `);
      expect(historyAnswer(history, en)).toMatch(` ${second} tok/s/GPU`);
      expect(html).toContain(`<b>${first}</b>`);
      expect(html).toContain(`<b>${second}</b>`);
      expect(html).toContain(`<title>2026-05-01: ${first} tok/s/GPU, likely `);
      const table = historyMarkdown(history, links, en)
        .split('\n')
        .filter((line) => line.startsWith('| 2026'));
      expect(table.map((line) => line.split(' | ')[4])).toEqual(printed);
      expect(table[0]).toContain(` | ${likely} | `);
      expect(html).toContain(`tok/s/GPU, likely ${likely}</title>`);
      expect(html).toContain(`data-head="Likely">${likely}</td>`);
    },
  );

  test('a run that fell has its ratio in words and ranges the right way round', () => {
    const history = runs([times(1.5), CURVE]);
    const text = historyCsv(history, historyLinks(history, '', {}, []), en.ranking);
    const [head, , after] = text.split('\r\n').map((line) => line.split(','));
    const read = (name: string) => after![head!.indexOf(name)];
    expect([read('change_outcome'), read('change_ratio')]).toEqual(['down', '1.5']);
    expect(Number(read('change_later_to_earlier_low'))).toBeLessThan(2 / 3);
    expect(Number(read('change_later_to_earlier_high'))).toBeGreaterThan(2 / 3);
    expect(Number(read('change_later_to_earlier_high'))).toBeLessThan(1);
    expect(page(history)).toContain('down 1.5×');
  });
});

describe('the line over time', () => {
  test('breaks at a run without a number', () => {
    const history = runs([CURVE, times(1.1), '20:2000 30:1600', CURVE, CURVE]);
    const { points } = timelineOf(history, SIZE)!;
    expect(points.map(({ read }) => read !== null)).toEqual([true, true, false, true, true]);
    const svg = toHtml(timelineChart(history, SIZE, en)!);
    const [, path = ''] = /class="time-line" d="([^"]+)"/.exec(svg)!;
    expect(path.match(/[ML]/g)!.join('')).toBe('MLML');
    expect(svg.match(/class="gap"/g)).toHaveLength(1);
    expect(svg).toContain('<title>2026-05-03: above the range of this side, 20 to 30</title>');
  });

  test('has days at their distances, and runs of one day beside each other', () => {
    const dated = ['2026-05-01', '2026-05-03', '2026-05-03', '2026-05-09'];
    const history = inventedHistory(
      dated.map((date, i) => ({ run: String(i + 1), date, points: CURVE })),
      { at: 50 },
    );
    const { points, isByDay } = timelineOf(history, SIZE)!;
    const [a = 0, b = 0, c = 0, d = 0] = points.map(({ x }) => x);
    expect(isByDay).toBe(true);
    expect((b - a) / (d - a)).toBeCloseTo(2 / 8, 9);
    expect((c - a) / (d - a)).toBeCloseTo(2.5 / 8, 9);
  });

  test('has runs in their order where not all state their day, and says so', () => {
    const sketches = [null, '2026-05-03', '2026-05-30'].map((date, i) => ({
      run: String(i + 1),
      date,
      points: CURVE,
    }));
    const history = inventedHistory(sketches, { at: 50 });
    const { points, xTicks } = timelineOf(history, SIZE)!;
    const [a = 0, b = 0, c = 0] = points.map(({ x }) => x);
    expect(c - b).toBeCloseTo(b - a, 9);
    expect(xTicks.map(({ text }) => text)).toEqual(['1', '2026-05-03', '05-30']);
    expect(page(history)).toContain('The runs stand in their order');
    expect(page(runs([CURVE, CURVE]))).not.toContain('The runs stand in their order');
  });

  test('holds every likely range, and never makes noise look like news', () => {
    const { points, top, bottom } = timelineOf(runs([CURVE, times(1.01)]), SIZE)!;
    const bars = points.flatMap(({ read }) => read!.bar);
    for (const { read } of points) {
      const [low, high] = read!.bar; // px, from above
      expect(low).toBeGreaterThan(read!.y);
      expect(high).toBeLessThan(read!.y);
    }
    expect(Math.min(...bars)).toBeGreaterThan(top);
    expect(Math.max(...bars)).toBeLessThan(bottom);
    const [low, high] = points.map(({ read }) => read!.y);
    expect(low! - high!).toBeLessThan((bottom - top) / 20);
  });

  test('is not there without a number', () => {
    expect(timelineOf(runs([CURVE], { at: 500 }), SIZE)).toBeNull();
    expect(page(runs([CURVE], { at: 500 }))).not.toContain('over time');
  });

  test('names another image by a letter, where it begins', () => {
    const history = runs([`${CURVE}|a:1`, `${CURVE}|a:1`, `${CURVE}|a:2`, CURVE, `${CURVE}|a:1`]);
    expect(imageLetters(history.runs)).toEqual(['A', 'A', 'B', '', 'A']);
    const { points } = timelineOf(history, SIZE)!;
    expect(points.map(({ letter }) => letter)).toEqual(['A', null, 'B', '', 'A']);
    expect(page(history)).toContain('<b>B </b>');
  });

  test('has no letters where there is one image', () => {
    expect(imageLetters(runs([`${CURVE}|a:1`, `${CURVE}|a:1`]).runs)).toEqual(['', '']);
  });
});

describe('the frontiers', () => {
  test('the run that rankings show is in front, every other one a hairline', () => {
    const svg = toHtml(frontiersChart(runs([CURVE, times(1.1), times(1.2)]), SIZE, en)!);
    expect(svg.match(/class="other"/g)).toHaveLength(2);
    expect(svg.match(/class="curve"/g)).toHaveLength(1);
    expect(svg.indexOf('class="other"')).toBeLessThan(svg.indexOf('class="curve"'));
    expect(svg).toContain('<title>2026-05-03, 50 tok/s/user: 1,080 tok/s/GPU</title>');
    expect(svg).toContain('<title>2026-05-01</title>');
  });

  test.each([
    [50, true],
    [500, false],
  ])('the target %i is marked where it lies within the chart', (at, isMarked) => {
    const svg = toHtml(frontiersChart(runs([CURVE, CURVE], { at }), SIZE, en)!);
    expect(svg.includes('class="target"')).toBe(isMarked);
  });

  test('a run of one point is seen too', () => {
    const svg = toHtml(frontiersChart(runs(['50:900', CURVE]), SIZE, en)!);
    expect(svg).toMatch(/<circle class="other"[^>]*><title>2026-05-01/);
  });
});

describe('the page', () => {
  test.each(['measured', 'published'] as const)('of %s runs calls their dots so', (basis) => {
    const html = page(inventedHistory([{ run: '1', basis, points: CURVE }], { at: 50 }));
    expect(html).toContain(`A dot marks a ${basis} value`);
    expect(html).toContain(`Filled: ${basis};`);
  });

  test('of a dozen runs fits into one initial congestion window', () => {
    const many = Array.from({ length: 12 }, (_, i) => {
      const points = Array.from({ length: 20 }, (__, k) => {
        const x = 12 + k * (9 + Math.sin(i));
        return `${x.toFixed(7)}:${((98_765 + 997 * i) / (x + 9)).toFixed(5)}`;
      }).join(' ');
      return {
        run: `2581620196${i}`,
        date: `2026-05-${10 + i}`,
        points,
        sources: [
          {
            ...source,
            image: `rocm/atom-dev:nightly_2026051${i}${i * 7}@sha256:${'0f'.repeat(32)}`,
          },
        ],
      };
    });
    const bytes = gzipSync(page(inventedHistory(many))).length;
    expect(bytes).toBeGreaterThan(5000);
    expect(bytes).toBeLessThanOrEqual(14 * 1024);
  });

  test('asks for another speed under the same prices, and for the comparison at this speed', () => {
    const html = page(runs([CURVE, CURVE]), { at: '50', 'usd.g1': '3.1' });
    const [choice = '', speed = ''] = html
      .split('<form')
      .filter((form) => form.includes('action="/history/'));
    const hidden = (form: string) =>
      [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]+)"/g)].map(
        ([, name, value]) => `${name}=${value}`,
      );
    expect(hidden(speed)).toEqual(['usd.g1=3.1']);
    expect(speed).toContain('name="at" min="0.1" max="10000" step="0.1" value="50"');
    expect(hidden(choice)).toEqual(
      expect.arrayContaining(['at=50', 'usd.g1=3.1', 'basis=measured']),
    );
  });

  test('lets choose of the runs that an address can name, the newest with the oldest first', () => {
    const html = page(runs([CURVE, CURVE, CURVE]));
    const chosen = [...html.matchAll(/<input type="radio" name="(\w+)" value="(\d+)" checked/g)];
    expect(chosen.map(([, name, value]) => [name, value])).toEqual([
      ['after', '20260503'],
      ['before', '20260501'],
    ]);
    expect(html).toContain('aria-label="Before: 2026-05-02"');
    expect(html).not.toContain('No address names');
  });

  test('says which runs no address names, and of one run offers no choice', () => {
    const undated = { run: '1', date: null, points: CURVE };
    const second = { run: '2', date: '2026-05-02', points: CURVE };
    const third = { run: '3', date: '2026-05-03', points: CURVE };
    const html = page(inventedHistory([undated, second, third], { at: 50 }));
    expect(html.match(/type="radio"/g)).toHaveLength(4);
    expect(html).toContain('No address names just the run 1');
    expect(page(inventedHistory([undated, second], { at: 50 }))).not.toContain('type="radio"');
  });

  test('escapes what data say', () => {
    const image = '"><script>alert(1)</script>';
    const html = page(runs([`${CURVE}|${image}`, CURVE]));
    expect(html).not.toContain('<script>alert');
    const dangerous = { ...source, url: 'javascript:alert(1)' };
    const sketch = { run: '1', points: CURVE, sources: [dangerous] };
    expect(page(inventedHistory([sketch], { at: 50 }))).not.toContain('href="javascript');
  });
});
