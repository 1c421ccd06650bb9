import type { RankMetricName } from '../../../core/ranking/rank-metrics.ts';
import type { LatencyStat } from '../../../core/ranking/rank-options.ts';
import { listText, ratioText, targetText, usdText } from '../../format.ts';
import { mostOf } from './rank-metrics.ts';

/** The search box, its suggestions and its page. */
export const search = {
  label: 'Search',
  placeholder: 'Search',
  title: (query: string) => (query === '' ? 'Search' : `Search: ${query}`),
  heading: (query: string) => (query === '' ? 'Search' : `Search for “${query}”`),
  lead: 'Names of models, GPUs, precisions, engines and workloads in any order; two of a kind are compared, and a number is a speed in tok/s/user.',
  tries: 'Try',
  /** a query that a search reads as these sides with this in common, each as tokens */
  comparison: (sides: readonly string[], shared: string, model: string) =>
    [sides.join(' vs '), shared.replaceAll('-', ' '), model].filter(Boolean).join(' '),
  /** and one for a ranking at this speed */
  cheapest: (model: string, at: number) => `cheapest ${model} at ${at}`,
  kinds: { comparison: 'Comparisons', ranking: 'Rankings', model: 'Models' },
  found: (count: number) => `${count} ${count === 1 ? 'result' : 'results'}`,
  nothing: 'Nothing that has data fits.',
  hint: 'Arrow keys choose, Enter opens, Escape closes.',

  readAs: (word: string, name: string) => `“${word}”: read as ${name}.`,
  unknown: (word: string, names: readonly string[]) =>
    `“${word}”: not known here${names.length === 0 ? '' : `; nearest: ${listText(names)}`}.`,
  dropped: (names: readonly string[]) =>
    `Nothing has ${listText(names, 'or')} with the rest; these are without.`,
  withoutData: (names: readonly string[]) => `${listText(names)}: no sweep yet.`,

  /** a ranking: where, of what, by what and within which limits */
  ranking: (
    place: string,
    filters: readonly string[],
    by: RankMetricName | null,
    asked: {
      readonly at: number | null;
      readonly cost: number | null;
      readonly ttft: number | null;
      readonly stat: LatencyStat | null;
    },
  ) => {
    const { at, cost, ttft, stat } = asked;
    const question = cost === null ? mostOf[by ?? 'cost'] : 'fastest';
    const limits = [
      ...(at === null || cost !== null ? [] : [` at ${targetText(at)} tok/s/user`]),
      ...(cost === null ? [] : [` within ${usdText(cost)} per million tokens`]),
      ...(ttft === null ? [] : [`, first token within ${ttft} s${stat === 'p99' ? ' (p99)' : ''}`]),
    ];
    const isPlain = by === null && limits.length === 0;
    const all = isPlain ? 'every configuration, ranked' : `${question}${limits.join('')}`;
    return `${place}${filters.length === 0 ? '' : `, ${filters.join(', ')}`}: ${all}`;
  },
  everything: (model: string) => `Everything of ${model}`,
  asked: (targets: readonly number[], ttft: number | null) =>
    [
      ...(targets.length === 0 ? [] : [` at ${targets.map(targetText).join(', ')} tok/s/user`]),
      ...(ttft === null ? [] : [`, first token within ${ttft} s`]),
    ].join(''),
  ratio: (ratio: number, isAhead: boolean) => `${isAhead ? '' : '~'}${ratioText(ratio)}`,
  ahead: (side: string, at: number, isAhead: boolean) =>
    `${side} ahead at ${targetText(at)} tok/s/user${isAhead ? '' : ', not settled by the data'}`,
  level: 'level',
  levelAt: (at: number) => `likely within 5\u202f% at ${targetText(at)} tok/s/user`,
};
