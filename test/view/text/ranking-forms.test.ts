import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { RANK_METRICS } from '../../../src/core/ranking/rank-metrics.ts';
import type { RankMetricKey } from '../../../src/core/ranking/rank-metrics.ts';
import type { RankOptions } from '../../../src/core/ranking/rank-options.ts';
import type { Ranking, RankRow } from '../../../src/core/ranking/ranking-types.ts';
import { rankName } from '../../../src/view/figure/rank-name.ts';
import { rankPlot } from '../../../src/view/figure/rank-plot.ts';
import { toHtml } from '../../../src/view/markup/html.ts';
import { PLAIN_LOOK, rankTable } from '../../../src/view/figure/rank-table.ts';
import { comparisonsOf, rankLinks } from '../../../src/view/rank-links.ts';
import { rankingCsv } from '../../../src/view/text/ranking-csv.ts';
import { rankingDocument } from '../../../src/view/text/ranking-json.ts';
import { rankingMarkdown } from '../../../src/view/text/ranking-markdown.ts';
import { leadersSentence, rankAnswer } from '../../../src/view/text/ranking-summary.ts';
import { en } from '../../../src/view/words/en/index.ts';
import { operatingPoints, sweep } from '../../core/fixtures.ts';
import { inventedRanking } from '../../core/ranking/slow-ranking.ts';

const SWEEPS = [
  ['g1', 'fp4', '10:1000 20:800 40:400'],
  ['g1', 'fp8', '10:999 20:799 40:399'],
  ['g2', 'fp4', '10:900 20:700 40:200'],
  ['g2-rack', 'fp4', '30:700 50:500'],
  ['m3', 'fp4', '5:100 12:50'],
].map(([hardware, precision, points], i) =>
  sweep({
    key: { hardware: hardware!, precision: precision!, specMethod: 'off', framework: 'vllm' },
    points: operatingPoints(points!, { concurrency: hardware === 'g2' ? null : 32 }).map(
      (point, j) => ({ ...point, ttft: 0.1 * (i + 1) - 0.01 * j, gpus: 4 + i + j }),
    ),
  }),
);

function ranked(options: Partial<RankOptions>): Ranking {
  return inventedRanking(SWEEPS, { show: 'all', ...options })!;
}

const linksOf = (r: Ranking, keys = {}) => rankLinks(r, 'https://x.example', keys, []);

const ASKED: readonly Partial<RankOptions>[] = [
  { at: 20, by: 'cost' },
  { at: 15, by: 'throughput' },
  { at: 15, by: 'users', util: 0.5 },
  { cost: 0.9 },
];

const METRIC_COLUMNS: Readonly<Partial<Record<RankMetricKey, string>>> = {
  costPerMillionTokens: 'cost_usd_per_million_total_tokens',
  throughput: 'throughput_total_tok_s_gpu',
  outputThroughput: 'throughput_output_tok_s_gpu',
  tokensPerUsd: 'total_tokens_per_usd',
  throughputPerMw: 'throughput_total_tok_s_mw',
  joulesPerToken: 'energy_j_per_total_token',
  usersPerGpu: 'users_per_gpu',
};

/** Columns of the CSV and what each says of a row; a bound stands in columns of its own. */
const COLUMNS: Readonly<Record<string, (row: RankRow) => unknown>> = {
  rank: ({ rank }) => rank,
  is_tied: ({ isTied }) => isTied,
  configuration: ({ key }) => key,
  hardware: ({ hardware }) => hardware,
  precision: ({ precision }) => precision,
  status: ({ status }) => status,
  interactivity_tok_s_user: ({ value }) => value?.interactivity,
  interactivity_likely_low: ({ reachLikely }) => reachLikely?.[0],
  interactivity_likely_high: ({ reachLikely }) => reachLikely?.[1],
  throughput_low_tok_s_gpu: ({ value }) => value?.low,
  throughput_high_tok_s_gpu: ({ value }) => value?.high,
  throughput_likely_low_tok_s_gpu: ({ value }) => value?.likely[0],
  throughput_likely_high_tok_s_gpu: ({ value }) => value?.likely[1],
  bound_from_tok_s_user: ({ bound }) => bound?.interactivity,
  ratio: ({ ratio }) => ratio,
  concurrency: ({ value }) => value?.concurrency,
  is_concurrency_approximate: ({ value }) =>
    value?.concurrency == null ? null : value.isConcurrencyApproximate,
  gpus_left_knot: ({ value }) => value?.gpus[0],
  gpus_right_knot: ({ value }) => value?.gpus[1],
  ttft_left_knot_s: ({ value }) => value?.ttft?.[0],
  ttft_right_knot_s: ({ value }) => value?.ttft?.[1],
  range_from_tok_s_user: ({ range }) => range?.min,
  range_to_tok_s_user: ({ range }) => range?.max,
  knots: ({ knots }) => knots.length,
  usd_per_gpu_hour: ({ usdPerGpuHour }) => usdPerGpuHour,
  power_kw_per_gpu: ({ powerKw }) => powerKw,
  ...Object.fromEntries(
    RANK_METRICS.flatMap(({ key }) => [
      [METRIC_COLUMNS[key], ({ value }: RankRow) => value?.[key]],
      [`bound_${METRIC_COLUMNS[key]}`, ({ bound }: RankRow) => bound?.[key]],
    ]),
  ),
};

test.each(ASKED)('every column of the CSV says what its name says: %o', (asked) => {
  const r = ranked(asked);
  const text = rankingCsv(r, linksOf(r), en.ranking);
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(data).toHaveLength(r.rows.length);
  expect(data.map((line) => line['configuration'])).toEqual(r.rows.map(({ key }) => key));
  for (const [i, row] of r.rows.entries()) {
    for (const [column, read] of Object.entries(COLUMNS)) {
      const [said, known] = [data[i]![column], read(row) ?? null];
      const digits = column.includes('likely') ? 5 : 9;
      if (typeof known === 'number') {
        const same = (value: number) => Number(value.toPrecision(digits));
        expect([column, same(Number(said))]).toEqual([column, same(known)]);
      } else expect([column, said]).toEqual([column, known === null ? '' : String(known)]);
    }
  }
});

function near(value: number): number {
  return Number(value.toPrecision(9)); // what documents carry
}

test.each(ASKED)(
  'a row of the document is that of the ranking, without a bound in it: %o',
  (asked) => {
    const r = ranked(asked);
    const document = JSON.parse(JSON.stringify(rankingDocument(r, linksOf(r), {}, en))) as {
      rows: (Record<string, unknown> & { bound: Record<string, number> | null })[];
    };
    for (const [i, row] of r.rows.entries()) {
      const said = document.rows[i]!;
      for (const { key } of RANK_METRICS) {
        const [value, bound] = [row.value?.[key] ?? null, row.bound?.[key] ?? null];
        expect([key, said[key]]).toEqual([key, value === null ? null : near(value)]);
        expect([key, said.bound?.[key] ?? null]).toEqual([
          key,
          bound === null ? null : near(bound),
        ]);
      }
      expect(said).toMatchObject({ key: row.key, rank: row.rank, isTied: row.isTied });
    }
  },
);

test('a number between points of two sources credits both, in every form', () => {
  const r = ranked({ at: 20, by: 'cost' });
  const named = (publisher: string) => ({
    date: '2026-05-01',
    framework: 'vllm',
    image: `img/${publisher}`,
    url: `https://${publisher}.example/run`,
    license: `Licence of ${publisher}`,
    attribution: `Bench of ${publisher}`,
    sweep: null,
  });
  const sources = [named('east'), named('west')];
  const credited: Ranking = { ...r, rows: r.rows.map((row) => ({ ...row, sources })) };
  const document = JSON.parse(JSON.stringify(rankingDocument(credited, linksOf(r), {}, en))) as {
    rows: { sources: unknown }[];
  };
  for (const row of document.rows) expect(row.sources).toEqual(sources);
  const markdown = rankingMarkdown(credited, linksOf(r), {}, en);
  const { data } = Papa.parse<Record<string, string>>(
    rankingCsv(credited, linksOf(r), en.ranking),
    {
      header: true,
      skipEmptyLines: true,
    },
  );
  for (const { attribution, license, image, url } of sources) {
    expect(markdown).toContain(attribution);
    for (const line of data) {
      expect(line['attribution']).toContain(attribution);
      expect(line['licence']).toContain(license);
      expect(line['image']).toContain(image);
      expect(line['source']).toContain(url);
    }
  }
});

test('what is not told apart has a mark in Markdown, and a bound says that it is one', () => {
  const r = ranked({ at: 20, by: 'cost' });
  const lines = rankingMarkdown(r, linksOf(r), {}, en).split('\n');
  const lineOf = ({ hardware, precision }: RankRow) => {
    const name = `${r.labels[hardware]} ${r.labels[precision!]}`;
    return lines.find((line) => line.startsWith('|') && line.includes(`| ${name} `))!;
  };
  const tied = r.rows.filter(({ isTied }) => isTied);
  expect(tied).toHaveLength(2);
  for (const row of tied) expect(lineOf(row)).toMatch(/^\| 1= \|/);
  const byThroughput = ranked({ at: 20, by: 'throughput' });
  const text = rankingMarkdown(byThroughput, linksOf(byThroughput), {}, en);
  // beside a bound stands no range, which would be one of a number that is not known
  expect(text).toContain('| at least 700, measured from 30 tok/s/user | — |');
  expect(text).toContain('| measured up to 12 tok/s/user only |');
});

describe('the answer in a sentence', () => {
  test('says a saving as a share of the dearer', () => {
    const r = ranked({ at: 20, by: 'cost', filters: { precision: ['fp4'] } });
    const [first, second] = r.rows.map(({ value }) => value?.costPerMillionTokens ?? NaN);
    const percent = ((1 - first! / second!) * 100).toFixed(1);
    expect(percent).toBe('56.3');
    expect(rankAnswer(r, en)).toContain(`(${percent}\u202f% less)`);
  });

  test('says a gain as a factor', () => {
    const r = ranked({
      at: 40,
      by: 'throughput',
      filters: { hardware: ['g1', 'g2'], precision: ['fp4'] },
    });
    expect(rankAnswer(r, en)).toContain('(2.0×)');
  });

  test('names only those that may be best, and no range of a pair that is decided', () => {
    // the runner-up by value is near its knots and decidedly behind; another one is far from its own
    const sweeps = [
      ['g1', '10:1000 20:800 40:400'],
      ['g2', '10:900 20:720 40:200'],
      ['m3', '5:900 60:200'],
    ].map(([hardware, points]) =>
      sweep({ key: { hardware: hardware! }, points: operatingPoints(points!) }),
    );
    const r = inventedRanking(sweeps, {
      at: 20,
      by: 'throughput',
      filters: { hardware: ['g1', 'g2', 'm3'] },
    })!;
    const said = rankAnswer(r, en);
    for (const { hardware, rank } of r.rows) {
      expect([hardware, rank, said.includes(r.labels[hardware]!)]).toEqual([
        hardware,
        rank,
        rank === 1,
      ]);
    }
    expect(r.rows.map(({ hardware, rank }) => [hardware, rank])).toEqual([
      ['g1', 1],
      ['m3', 1],
      ['g2', 2],
    ]);
    expect(said).not.toContain('likely differ by');
  });

  test('counts those that it does not name', () => {
    const sweeps = ['g1', 'g2', 'g2-rack', 'm3', 'm4'].map((hardware, i) =>
      sweep({ key: { hardware }, points: operatingPoints(`10:${1000 - i} 40:${400 + 30 * i}`) }),
    );
    const r = inventedRanking(sweeps, { at: 25, by: 'throughput', show: 'all' })!;
    const said = rankAnswer(r, en);
    const unnamed = r.rows.filter((row) => !said.includes(rankName(row, r, en.ranking)));
    expect(unnamed).toHaveLength(2);
    expect(said).toContain('2 more');
  });

  test('who leads is said by name, and where the data do not tell, that', () => {
    const r = ranked({ by: 'throughput' });
    const said = leadersSentence(r, en);
    expect(said).toBe(
      'G2 Rack FP4 Off on vLLM has the most throughput per GPU from 37.9 to 40, and has the only ' +
        'number from 40.1 to 50 tok/s/user; elsewhere from 5 to 50 the data do not settle it.',
    );
  });

  test('six stretches are said, more are counted', () => {
    const r = ranked({ by: 'throughput' });
    const rows = r.rows.slice(0, 2).map(({ key }) => key);
    const leaders = Array.from({ length: 8 }, (_, i) => ({
      ...r.leaders[0]!,
      from: 10 * i,
      to: 10 * i + 9.9,
      row: rows[i % 2]!,
      outcome: 'ahead' as const,
    }));
    const [first, second] = rows.map((key) => rankName(r.configurations[key]!, r, en.ranking));
    // the widest: the third and the sixth are the shortest
    const uneven = leaders.map((one, i) =>
      i === 2 || i === 5 ? { ...one, to: one.from + 1 } : one,
    );
    expect(leadersSentence({ ...r, leaders: uneven }, en)).toBe(
      `${first} has the most throughput per GPU from 0 to 9.9, from 40 to 49.9 and from 60 to 69.9 ` +
        `tok/s/user; ${second} has the most throughput per GPU from 10 to 19.9, from 30 to 39.9 and ` +
        'from 70 to 79.9; 2 shorter leads are in the JSON.',
    );
    expect(leadersSentence({ ...r, leaders: leaders.slice(2) }, en)).not.toContain('JSON');
    expect(leadersSentence({ ...r, leaders: leaders.slice(1) }, en)).toMatch(
      /; 1 shorter lead is in/,
    );
  });

  test('what the data settle nowhere is said to be so, and a lead that goes on over another is one', () => {
    const r = ranked({ by: 'cost' });
    const [row, over, other] = r.rows.map(({ key }) => key);
    const leaders = [
      { from: 1, to: 4.9, row: row!, over: over!, outcome: 'open' as const },
      { from: 5, to: 9.9, row: row!, over: over!, outcome: 'level' as const },
      { from: 10, to: 10, row: row!, over: over!, outcome: 'ahead' as const },
      { from: 10.1, to: 20, row: row!, over: other!, outcome: 'ahead' as const },
    ];
    expect(leadersSentence({ ...r, leaders: leaders.slice(0, 2) }, en)).toBe(
      'The data do not settle from 1 to 9.9 tok/s/user what is cheapest.',
    );
    const name = rankName(r.configurations[row!]!, r, en.ranking);
    expect(leadersSentence({ ...r, leaders }, en)).toBe(
      `${name} is cheapest from 10 to 20 tok/s/user; elsewhere from 1 to 20 the data do not settle it.`,
    );
    expect(leadersSentence({ ...r, leaders: leaders.slice(2, 3) }, en)).toBe(
      `${name} is cheapest at 10 tok/s/user.`,
    );
    expect(leadersSentence({ ...r, leaders: [] }, en)).toBeNull();
  });
});

describe('links', () => {
  test('the pinned one has the target, the metric, the basis and the release', () => {
    const r = ranked({ at: 20, by: 'cost' });
    expect(linksOf(r).pinned).toBe(
      `https://x.example/rank/mo-1/1k1k?at=20&basis=${r.basis}&by=cost&release=${r.release.id}`,
    );
  });

  test('those for other pages cannot become those of another question', () => {
    const r = ranked({ at: 20, by: 'cost' });
    const { embed, page } = linksOf(r, { show: 'all' });
    expect(embed).toBe(
      `https://x.example/embed/rank/mo-1/1k1k?at=20&basis=${r.basis}&by=cost&show=all&speed=${r.interactivityBasis}`,
    );
    expect(page).toBe('https://x.example/rank/mo-1/1k1k?show=all');
  });

  test('a comparison of rows asks as the ranking was asked, or not at all', () => {
    const asked = { ttft: '2', 'usd.g1': '3', tier: 'neocloud', hardware: 'g1', show: 'all' };
    const r = ranked({ at: 20, ttft: 2 });
    const [a, b] = [r.configurations[r.rows[0]!.key]!, r.configurations[r.rows[2]!.key]!];
    const path = comparisonsOf(r, asked)(a, b)!;
    const query = new URLSearchParams(path.slice(path.indexOf('?')));
    expect(Object.fromEntries(query)).toEqual({
      at: '20',
      basis: r.basis,
      rates: r.rates.id,
      tier: 'neocloud',
      ttft: '2',
      'usd.g1': '3',
    });
    // no comparison knows the limit of another percentile
    expect(comparisonsOf(ranked({ at: 20, ttft: 2, stat: 'p99' }), asked)(a, b)).toBeNull();
    expect(comparisonsOf(r, asked)(a, a)).toBeNull();
    expect(comparisonsOf(r, asked)(a, { ...b, framework: null })).toBeNull();
  });
});

test('the table has no line between rows that are not told apart, and one before a bound of their rank', () => {
  const r = ranked({ at: 20, by: 'cost' });
  const tied = r.rows.filter(({ isTied }) => isTied);
  expect(tied).toHaveLength(2);
  const bound = { ...tied[1]!, key: 'bound', isTied: false };
  const rows = r.rows.flatMap((row) => (row === tied[1] ? [row, bound] : row));
  const lines = toHtml(rankTable({ ...r, rows }, {}, en.ranking, PLAIN_LOOK))
    .split('<tr')
    .slice(2);
  expect(
    lines.map((line) => / class="[^"]*\btied\b/.test(line.slice(0, line.indexOf('>')))),
  ).toEqual(rows.map((row) => row === tied[1]));
});

test('the table draws each value within its likely range, on one scale for all rows', () => {
  const r = ranked({ at: 15, by: 'throughput' });
  const lines = toHtml(rankTable(r, {}, en.ranking, PLAIN_LOOK))
    .split('<tr')
    .slice(2);
  const drawn = r.rows.flatMap(({ value }, i) => {
    const [, low, high, at] =
      /class="range" d="M(\S+) 7H([^"]+)".*<circle [^>]*cx="([^"]+)"/.exec(lines[i]!) ?? [];
    return value === null || at === undefined
      ? []
      : [
          { value: value.likely[0], px: Number(low) },
          { value: value.throughput!, px: Number(at) },
          { value: value.likely[1], px: Number(high) },
        ];
  });
  expect(drawn.length).toBeGreaterThanOrEqual(6);
  const ascending = drawn.toSorted((a, b) => a.value - b.value);
  const [first, last] = [ascending[0]!, ascending.at(-1)!];
  expect([first.px, last.px].every((px) => px >= 0 && px <= 150)).toBe(true);
  const misses = [Number, Math.log].map((read) => {
    const [from, to] = [read(first.value), read(last.value)];
    const at = (value: number) =>
      first.px + ((read(value) - from) / (to - from)) * (last.px - first.px);
    return Math.max(...drawn.map(({ value, px }) => Math.abs(at(value) - px)));
  });
  expect(Math.min(...misses)).toBeLessThan(0.2); // linear or logarithmic, and the same for all
});

test('the table ranks by something else without the limit, and calls the reference by that name', () => {
  const keys = { cost: '0.9', show: 'all' };
  const html = toHtml(rankTable(ranked({ cost: 0.9 }), keys, en.ranking, PLAIN_LOOK));
  expect(html).toContain('href="/rank/mo-1/1k1k?by=throughput&amp;show=all"');
  const r = ranked({ at: 20, by: 'throughput' });
  const lines = toHtml(rankTable(r, {}, en.ranking, PLAIN_LOOK))
    .split('<tr')
    .slice(2);
  for (const [i, { key, ratio }] of r.rows.entries()) {
    const said = [key, lines[i]!.includes('>reference<'), lines[i]!.includes('×</td>')];
    expect(said).toEqual([key, key === r.against, key !== r.against && ratio !== null]);
  }
});

test('the strip under a chart is hatched where the data do not tell, and nowhere else', () => {
  const r = ranked({ by: 'throughput' });
  expect(new Set(r.leaders.map(({ outcome }) => outcome))).toContain('only');
  const { strip } = rankPlot(r, { width: 1080, height: 440 }, en.ranking)!;
  expect(strip.map(({ isDecided }) => isDecided)).toEqual(
    r.leaders.map(({ outcome }) => outcome === 'ahead' || outcome === 'only'),
  );
});

test('a stretch of the strip names a row only where the data tell', () => {
  const r = ranked({ by: 'throughput' });
  const { strip } = rankPlot(r, { width: 1080, height: 440 }, en.ranking)!;
  expect(new Set(r.leaders.map(({ outcome }) => outcome)).size).toBeGreaterThanOrEqual(3);
  expect(strip.map(({ text }) => text)).toEqual(
    r.leaders.map(({ row, outcome }) =>
      outcome === 'ahead' || outcome === 'only'
        ? rankName(r.configurations[row]!, r, en.ranking)
        : 'not told apart',
    ),
  );
});

describe('what stands beside the number is the same on the page and in Markdown', () => {
  const sweeps = [
    sweep({
      key: { hardware: 'g1', precision: 'fp4', specMethod: 'off', framework: 'vllm' },
      points: [
        ...operatingPoints('10:1000', { ttft: 0.9, concurrency: 40 }),
        ...operatingPoints('20:800', { ttft: 0.4, concurrency: 20 }),
        ...operatingPoints('40:400', {
          ttft: 0.2,
          concurrency: 8,
          concurrencyOrigin: 'observed mean',
        }),
      ],
    }),
  ];
  const at = (target: number, more: Partial<RankOptions> = {}) =>
    inventedRanking(sweeps, { show: 'all', at: target, ...more })!;

  test.each([
    { target: 20, concurrency: '20', ttft: ['0.40'] },
    { target: 25, concurrency: '~', ttft: ['0.20', '0.40'] }, // between two knots
    { target: 40, concurrency: '~8', ttft: ['0.20'] }, // measured, its load observed
  ])('at $target', ({ target, concurrency, ttft }) => {
    const r = at(target);
    const page = toHtml(rankTable(r, {}, en.ranking, PLAIN_LOOK)).replaceAll(/<[^>]+>/g, '|');
    const markdown = rankingMarkdown(r, linksOf(r), {}, en).replaceAll('\\', '');
    expect(page).toContain(`|${ttft.join('–')}|`);
    expect(page).toContain(`|${concurrency}`);
    expect(markdown).toContain(`| ${ttft.join(' to ')} | ${concurrency}`);
    const [row] = Papa.parse<Record<string, string>>(rankingCsv(r, linksOf(r), en.ranking), {
      header: true,
    }).data;
    expect(row!['is_concurrency_approximate']).toBe(String(concurrency.startsWith('~')));
  });

  test('an open loop is said where the concurrency would stand, and of how many rows', () => {
    const [closed] = sweeps;
    const points = closed!.points.map((point) => ({
      ...point,
      concurrency: null,
      concurrencyOrigin: 'open loop, 4 requests/s',
    }));
    const r = inventedRanking([{ ...closed!, points }], { show: 'all', at: 20 })!;
    expect(rankingMarkdown(r, linksOf(r), {}, en)).toContain('| open loop, 4 requests/s |');
    const csv = rankingCsv(r, linksOf(r), en.ranking);
    const [row] = Papa.parse<Record<string, string>>(csv, { header: true }).data;
    expect(row).toMatchObject({ concurrency: '', concurrency_origin: 'open loop, 4 requests/s' });
    expect(rankingMarkdown(r, linksOf(r), {}, en)).toContain(
      '1 configuration was measured in an open loop, which keeps no number of requests in flight',
    );
  });

  test('the line under it names own prices alone where all are, and the card where some are', () => {
    const source = (r: Ranking) => rankingMarkdown(r, linksOf(r), {}, en).split('\nSource: ')[1];
    expect(source(at(20, { usd: 2 }))).toContain('Prices: own prices; power: rate card');
    expect(source(at(20))).toMatch(/Prices: hyperscaler, rates of \S+; power/);
  });
});

test('a stretch of a row that the chart does not know is left out of its strip', () => {
  const r = ranked({ by: 'throughput' });
  const [first, ...others] = r.leaders;
  const leaders = [{ ...first!, row: 'of-a-later-release', outcome: 'ahead' as const }, ...others];
  const { strip } = rankPlot({ ...r, leaders }, { width: 1080, height: 440 }, en.ranking)!;
  expect(strip).toHaveLength(others.length);
});

test('what is reached within a cost up to the end of a curve says so in table and Markdown', () => {
  // dear enough for every curve to be within it to its last point
  const r = ranked({ cost: 50, show: 'all' });
  const ends = r.rows.filter(({ status }) => status === 'end');
  expect(ends.length).toBeGreaterThanOrEqual(2);
  const html = toHtml(rankTable(r, { cost: '50', show: 'all' }, en.ranking, PLAIN_LOOK));
  const markdown = rankingMarkdown(r, linksOf(r), {}, en);
  for (const { range } of ends) {
    const said = en.ranking.reachedEnd(range!.max);
    expect(said).toContain('the end of its measurements');
    expect(html).toContain(`>${said}<`);
    expect(markdown).toContain(said);
  }
});
