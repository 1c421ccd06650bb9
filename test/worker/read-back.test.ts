import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'csv-parse/browser/esm/sync';
import { ORIGIN, Site } from './site.ts';

/** What is asked beside the question, and how each view has to state it. */
const ASKED = [
  { query: '', said: null },
  { query: 'ttft=0.5', said: 'first token within 0.5 s' },
  { query: 'usd=9.5', said: 'own prices' },
  { query: 'util=0.6', said: 'GPUs busy 60\u202f% of the time' },
  { query: 'pool=all', said: 'best recipe of each side' },
  { query: 'tier=neocloud', said: 'neocloud' },
  { query: 'usd.b200=40&usd.h200=0.4&usd.mi355x=30', said: null },
] as const;

/** Questions of other kinds than the presets': runs, workloads, ranges that do not meet, few data. */
const OTHERS = [
  'deepseek-r1/mi355x-fp8-mtp-8k1k/20260508-vs-20260509',
  'deepseek-r1/b200-fp4/1k1k-vs-8k1k',
  'gptoss-120b/b200-fp4/1k1k-vs-8k1k',
  'gptoss-120b/h200-fp4/1k1k-vs-1k8k-vs-8k1k',
  'deepseek-r1/_/b200-vs-mi355x',
  'gptoss-120b/_/b200-vs-mi355x-vs-mi300x-vs-mi325x',
  'deepseek-r1/fp8/gb200-vs-h200',
];

/** One question as every view answers it. */
interface Answers {
  readonly path: string;
  readonly said: string | null;
  readonly document: Document;
  readonly page: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly markdown: string;
  /** of the embed, for the page's own address */
  readonly title: string;
}
type Document = Awaited<ReturnType<Site['document']>>;

/** How two runs of one system are spoken of. */
const CHANGES = {
  ahead: / delivers [\d.,]+\u202f% (?:more|less) (?:output )?throughput per GPU than .*likely/,
  open: /the data do not tell whether .* more or less .*likely between/,
  level: / about the same .* likely below 5/,
};

const site = new Site();
const answers: Answers[] = [];
const refused: string[] = [];

beforeAll(async () => {
  const catalog = await (await site.fetch('/catalog.json')).json<{ presets: { id: string }[] }>();
  const ids = [...catalog.presets.map(({ id }) => id), ...OTHERS];
  for (const [i, id] of ids.entries()) {
    // each question as it is, and with three of the settings in turn
    const settings = [1, 2, 3].map((step) => ASKED[1 + ((3 * i + step) % (ASKED.length - 1))]!);
    for (const { query, said } of [ASKED[0], ...settings]) {
      const one = await answersTo(id, query, said);
      if (one === null) refused.push(`${id}?${query}`);
      else answers.push(one);
    }
  }
});

async function answersTo(id: string, query: string, said: string | null): Promise<Answers | null> {
  const tail = query && `?${query}`;
  const path = `/compare/${id}${tail}`;
  const page = await site.fetch(path);
  if (page.status === 404 && query !== '') return null; // no published figure has a TTFT
  expect(page.status).toBe(200);
  const text = async (form: string) => {
    const response = await site.fetch(`/compare/${id}${form}${tail}`);
    expect(response.status).toBe(200);
    return response.text();
  };
  const url = encodeURIComponent(`${ORIGIN}${path}`);
  const oembed = await (await site.fetch(`/oembed?url=${url}`)).json<{ title: string }>();
  return {
    path,
    said,
    document: await site.document(`/compare/${id}.json${tail}`),
    page: await page.text(),
    rows: parse(await text('.csv'), { columns: true }),
    markdown: await text('.md'),
    title: oembed.title,
  };
}

/** The answers for which something does not hold, which has to be none. */
function except(holds: (answer: Answers) => boolean): string[] {
  return answers.filter((answer) => !holds(answer)).map(({ path }) => path);
}

/** Text as the page has it, without markup. */
function plain(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function answerOf({ page }: Answers): string {
  return plain(/<p class="lead">(.*?)<\/p>/s.exec(page)![1]!);
}

function middle({ document: { targets, values } }: Answers) {
  const target = targets[(targets.length - 1) >> 1];
  return values.find(({ interactivity }) => interactivity === target);
}

/** The metrics that the words speak of: per output token where workloads are compared. */
function headline({ document: { sides } }: Pick<Answers, 'document'>) {
  return sides.some(({ outputShare }) => outputShare !== null)
    ? (['outputThroughput', 'costPerMillionOutputTokens'] as const)
    : (['throughput', 'costPerMillionTokens'] as const);
}

/** Markdown's text; its spaces are all alike. */
function unescaped(markdown: string): string {
  return markdown.replaceAll(/\\(.)/g, '$1').replaceAll('&amp;', '&');
}

/** Text with all spaces alike. */
function spaced(text: string): string {
  return text.replaceAll('\u202f', ' ');
}

test('the corpus is large and of every kind', () => {
  expect(answers.length).toBeGreaterThanOrEqual(300);
  const outcomes = new Set(
    answers.flatMap((answer) =>
      answer.document.values.map(({ best }) => best[headline(answer)[0]]?.outcome),
    ),
  );
  expect([...outcomes].toSorted()).toEqual(['ahead', 'level', 'open', undefined]);
  expect(new Set(answers.map(({ document }) => document.sides.length))).toEqual(new Set([2, 3, 4]));
  expect(answers.some(({ document }) => document.band === null)).toBe(true);
  expect(answers.some(({ document }) => document.equalLoads !== undefined)).toBe(true);
  expect(
    answers.some(({ document }) => document.sides.some(({ outputShare }) => outputShare)),
  ).toBe(true);
  // published figures have no TTFT and no other basis, so a limit leaves nothing of them
  expect(refused.every((path) => path.includes('?ttft='))).toBe(true);
});

describe('the same numbers', () => {
  test('in the CSV, to nine digits', () => {
    expect(
      except(({ document, rows }) => {
        const read = document.values.flatMap(({ interactivity, sides }) =>
          sides.map((value) => ({ interactivity, ...value })),
        );
        return (
          rows.length === read.length &&
          read.every((value, i) => {
            const row = rows[i]!;
            const same = (column: string, number: number | null) =>
              row[column] === (number === null ? '' : String(number));
            return (
              same('interactivity_tok_s_user', value.interactivity) &&
              row['side'] === value.side &&
              row['status'] === value.status &&
              same('throughput_total_tok_s_gpu', value.throughput) &&
              same('cost_usd_per_million_total_tokens', value.costPerMillionTokens) &&
              same('throughput_total_tok_s_mw', value.throughputPerMw)
            );
          })
        );
      }),
    ).toEqual([]);
  });

  test('in Markdown, to the digits printed, each under its own unit', () => {
    expect(
      except((answer) => {
        const { document, markdown } = answer;
        const lines = markdown.split('\n').filter((line) => line.startsWith('| '));
        const [head, , ...rest] = lines.map((line) => line.slice(2, -2).split(' | '));
        const cells = rest.filter((row) => row.length === head?.length && row.length > 5);
        const read = document.values.flatMap(({ sides }) => sides);
        const isPrinted = (number: number | null, text = '') =>
          number === null ? text === '—' : Math.abs(Number(text) / number - 1) < 0.001;
        return (
          cells.length === read.length &&
          ['throughput' as const, 'costPerMillionTokens' as const, ...headline(answer)].every(
            (metric) => {
              const column = head?.indexOf(document.units[metric] ?? '') ?? -1;
              return read.every((value, k) => isPrinted(value[metric], cells[k]?.[column]));
            },
          )
        );
      }),
    ).toEqual([]);
  });

  test('in the page’s tables, to three significant digits', () => {
    expect(
      except(({ document, page }) => {
        const tables = [...page.matchAll(/<table.*?<\/table>/gs)]
          .join(' ')
          .replaceAll(/<[^>]*>/g, ' ');
        const numbers = (tables.match(/[\d,]+(\.\d+)?/g) ?? []).map((text) =>
          Number(text.replaceAll(',', '')),
        );
        const isPrinted = (value: number | null) =>
          value === null || numbers.some((number) => Math.abs(number / value - 1) < 0.005);
        return document.values.every(({ sides }) =>
          sides.every((value) =>
            headline({ document }).every((metric) => isPrinted(value[metric])),
          ),
        );
      }),
    ).toEqual([]);
  });
});

describe('the same outcome and leader', () => {
  test('the CSV has one best side where one is ahead, and none elsewhere', () => {
    const columns = {
      throughput: 'throughput',
      costPerMillionTokens: 'cost',
      outputThroughput: 'output_throughput',
      costPerMillionOutputTokens: 'output_cost',
    } as const;
    expect(
      except(({ document, rows }) =>
        document.values.every(({ interactivity, best }) => {
          const own = rows.filter(
            (row) => Number(row['interactivity_tok_s_user']) === interactivity,
          );
          return (Object.keys(columns) as (keyof typeof columns)[]).every((metric) => {
            const lead = best[metric];
            const column = columns[metric];
            const marked = own.filter((row) => row[`is_best_${column}`] === 'true');
            const leader = lead?.outcome === 'ahead' ? [lead.side] : [];
            return (
              marked.map((row) => row['side']).join() === leader.join() &&
              own.every((row) => row[`${column}_outcome`] === (lead?.outcome ?? '')) &&
              own.every((row) => row[`${column}_ratio`] === String(lead?.ratio ?? '')) &&
              own.every((row) => (row[`${column}_saving`] ?? '') !== '') ===
                (column.endsWith('cost') && lead?.outcome === 'ahead')
            );
          });
        }),
      ),
    ).toEqual([]);
  });

  test('page, Markdown and JSON answer in one sentence, in the words of the outcome', () => {
    expect(
      except((answer) => {
        const said = answerOf(answer);
        const read = middle(answer);
        const { document, markdown } = answer;
        if (!unescaped(markdown).includes(spaced(said))) return false;
        if (read === undefined) return document.band === null;
        const lead = read.best[headline(answer)[0]];
        const label = (key: string) => document.sides.find((side) => side.key === key)!.label;
        if (lead && document.compared.join() === 'run' && document.sides.length === 2) {
          const isSaid = document.sides.every((side) => said.includes(side.label));
          return isSaid && CHANGES[lead.outcome].test(said);
        }
        switch (lead?.outcome) {
          case 'ahead':
            return (
              said.includes(`${label(lead.side)} delivers `) &&
              said.includes(`${label(lead.over)}’s`)
            );
          case 'open':
            return (
              said.includes(`${label(lead.side)} is estimated at `) &&
              said.includes('do not settle')
            );
          case 'level':
            return said.includes(' are about level');
          case undefined:
            return / has a figure|has data|No point/.test(said);
        }
      }),
    ).toEqual([]);
  });

  test('those who hear the chart hear the same answer', () => {
    expect(
      except((answer) => {
        const label = /role="img" aria-label="([^"]*)"/.exec(answer.page)?.[1];
        return label === undefined || plain(label).includes(answerOf(answer));
      }),
    ).toEqual([]);
  });

  test('no saving without a side that is ahead in cost', () => {
    expect(
      except((answer) => {
        const cost = middle(answer)?.best[headline(answer)[1]];
        const speaks =
          / lower cost per | higher cost per | has the lower cost per | has the lowest cost per /.test(
            answerOf(answer),
          );
        return speaks === (cost?.outcome === 'ahead');
      }),
    ).toEqual([]);
    const savings = answers.flatMap(({ document }) =>
      document.values.flatMap(({ best }) => Object.values(best).flatMap((lead) => lead ?? [])),
    );
    expect(savings.length).toBeGreaterThan(1000);
    for (const lead of savings) {
      if (lead.outcome !== 'ahead') expect(lead).not.toHaveProperty('saving');
      else if (lead.saving !== null) expect(lead.saving).toBeCloseTo(1 - 1 / lead.ratio, 5);
    }
  });
});

describe('what was asked', () => {
  test('is said by page, Markdown, JSON and embed, and stands in the CSV’s address', () => {
    expect(
      except(({ said, path, page, markdown, document, rows, title }) => {
        if (said === null || document.values.length === 0) return true;
        const isOfPrice = /prices|busy|neocloud/.test(said);
        const inSentences = [plain(page), unescaped(markdown), document.summary.join(' ')].map(
          spaced,
        );
        // a sentence speaks of prices only where it speaks of a cost
        const speaks = inSentences
          .slice(0, isOfPrice ? 2 : 3)
          .every((text) => text.includes(spaced(said)));
        const [key] = path.split('?')[1]!.split('=');
        return (
          speaks && title.includes(said) && rows.every((row) => row['address']!.includes(`${key}=`))
        );
      }),
    ).toEqual([]);
  });

  test('two runs are compared load by load in page and Markdown where they are in JSON', () => {
    const said = 'At the same load, ';
    expect(answers.some(({ page }) => page.includes(said))).toBe(true);
    expect(
      except(({ document, page, markdown }) =>
        [page, markdown].every(
          (text) => text.includes(said) === (document.equalLoads ?? []).length > 0,
        ),
      ),
    ).toEqual([]);
  });

  test('the basis of the figures is said everywhere', () => {
    expect(
      except(
        ({ document: { basis }, page, markdown, rows }) =>
          markdown.includes(`${basis} figures`) &&
          page.includes(basis) &&
          rows.every((row) => row['basis'] === basis),
      ),
    ).toEqual([]);
  });
});
