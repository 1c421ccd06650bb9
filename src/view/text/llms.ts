import type { Words } from '../words/words.ts';
import { MAX_SIDES, MAX_TARGETS } from '../../core/limits.ts';
import { BASES } from '../../core/sweep.ts';
import { cardTiers, orderedTiers } from '../../core/price-tiers.ts';
import { TIERS } from '../../core/vocabulary.ts';
import type { Catalog } from '../../core/vocabulary.ts';
import { listText } from '../format.ts';
import { RANK_METRIC_NAMES } from '../../core/ranking/rank-metrics.ts';
import {
  badgePath,
  changesPath,
  comparisonPath,
  historyPath,
  rankPath,
  searchPath,
  sweepsPath,
} from '../links.ts';
import { SITE_NAME } from '../brand.ts';

/** What `/llms.txt` is made of. */
interface LlmsView {
  readonly catalog: Catalog;
  /** things of the release that have answers; what is `null` stands there as a pattern */
  readonly examples: {
    readonly comparison: { readonly id: string; readonly at: number | null } | null;
    readonly model: string | null;
    readonly ranking: {
      readonly workload: string;
      readonly at: number;
      readonly filters: { readonly hardware: readonly string[] };
    } | null;
  };
  /** of a comparison: what follows its address */
  readonly forms: readonly { readonly name: keyof Words['forms']; readonly extension: string }[];
  /** scheme and host, without a slash at the end */
  readonly origin: string;
}

/** What can be asked of this site, with four calls that work as they stand where there are data. */
export function llmsText({ catalog, examples, forms, origin }: LlmsView, words: Words): string {
  const { models, rates, vocabulary } = catalog;
  const pattern = '<model>/<shared tokens>/<side>-vs-<side>';
  const { model, comparison, ranking: ranked } = examples;
  const compared = comparison?.id ?? pattern;
  const own = { at: String(comparison?.at ?? 50), usd: '2.85' };
  const ranking = ranked === null ? '<model>/<workload>' : `${model}/${ranked.workload}`;
  const fast = { at: String(ranked?.at ?? 50), ttft: '2' };
  const hardware = ranked?.filters.hardware ?? [];
  const keys = (entries: readonly { readonly key: string }[]) =>
    entries.map(({ key }) => key).join(', ');
  return `# ${SITE_NAME}

> Compares LLM inference benchmarks at the same interactivity (tok/s/user): throughput per GPU,
> cost per million tokens, throughput per megawatt, from measured or published operating points.

Addresses are ${origin}${comparisonPath(pattern)}, up to ${MAX_SIDES} sides. Tokens
are joined with "-"; "_" stands for no shared tokens. What no token fixes is matched: all sides take
the same value. What follows the address says the form; the page also answers Accept: text/markdown
and application/json.

${forms.map(({ name, extension }) => `- ${extension || 'nothing'}: ${words.forms[name].about}`).join('\n')}

The answer in one line, a badge for a README: ${origin}${badgePath(pattern, {}, '.svg')}
(and .json, which shields.io draws).

## Four calls

1. Every number of a comparison, with bounds, sources and notices:
   curl -L ${origin}${comparisonPath(compared, {}, '.json')}
2. The same at your own targets and price, as Markdown:
   curl -L "${origin}${comparisonPath(compared, own, '.md')}"
3. Which of a model's configurations is cheapest at a speed, with the first token within 2 s:
   curl -L "${origin}${rankPath(ranking, fast, '.json')}"
4. What has data: each model's sweeps and comparisons with their answers, tokens, presets, rate cards:
   curl -L ${origin}/catalog.json

## Query

- at=93,124: targets in tok/s/user, 1 to ${MAX_TARGETS} numbers
- basis=${listText(BASES, 'or')}; pool=all for the best recipe of each side
- tier=${listText(orderedTiers([...TIERS, ...rates.flatMap(cardTiers)]), 'or')}; usd=2.85 or usd.${hardware[0] ?? '<hardware>'}=2.85; util=0.6; rates=<card>
- ttft=2: only points whose first token comes within 2 s
- release=<id>: the same data for ever; see ${origin}/releases.json

## Rankings

${origin}${rankPath('<model>/<workload>')} and .json, .csv, .md, .chart.svg: every configuration at one speed (at=60), or by the speed
reached within a cost (cost=0.3, $/M tokens). by=${RANK_METRIC_NAMES.join(', ')}; show=all for more than the best of each
hardware; vendor, hardware, precision, spec, engine, deployment filter (hardware=${hardware.join(',') || '<hardware>'}); stat=p99 for ttft.
rank is 1 + the rows that are decidedly better, so it repeats; a row that is faster has a bound, not a number;
leaders says who leads from where to where, and whether the data settle it.
.points.json has every operating point in columns, each with the frontiers that it lies on.

rows[].links.history, ${origin}${historyPath('<model>/<workload>/<row key>')} and .json, .csv, .md: every run of a
configuration at one speed (at=60), what changed from each to the next where the data settle it, and the
comparison of two of them.

## Reading a document

- null is unknown, never zero. A status of below-range or above-range has no number on purpose.
- low and high bound an interpolated throughput. best.outcome is ahead, level or open; open: the data do not settle it.
- best.ratio is better/worse; a saving is 1 - 1/ratio and so below 100 %.
- Quote the interactivity, the $/GPU-hour and links.pinned beside a number.

## Tokens

- models: ${keys(models)}
- hardware: ${keys(vocabulary.hardware)}
- precision: ${keys(vocabulary.precision)}
- speculative decoding: ${keys(vocabulary.specMethod)}
- framework: ${keys(vocabulary.framework)}
- deployment: ${keys(vocabulary.deployment)}
- workload: ${keys(vocabulary.workload)}

## More

- [OpenAPI](${origin}/openapi.json)
- [Method: how the numbers are made](${origin}/method)
- [Search: the addresses that a question in words leads to](${origin}${searchPath(model === null ? '' : `cheapest ${model} at 60`, '.json')})
- [What moved between two releases](${origin}${changesPath({ from: 'previous' })})
- [Sweeps of a model and workload: sources, frontiers, units; ?points=all: every point](${origin}${sweepsPath('<model>', '<workload>')})
`;
}
