import { runTokens } from '../core/history/run-tokens.ts';
import { invalidQuery, ProblemError } from '../http/problem-error.ts';
import type { Ask, AddressMatch } from '../http/route.ts';
import { rowsOfModel } from '../release/history.ts';
import type { RowsOfModel, RunsOfRow } from '../release/history.ts';
import { parseTokens, printTokens } from '../core/tokens.ts';
import { configurationTokens } from '../core/configuration-tokens.ts';
import { nearest } from '../core/nearest.ts';
import { comparisonKeysOf, runsPath } from '../view/history-links.ts';
import { historyPath, pinKeys } from '../view/links.ts';
import { pathWithin, rankingNamed } from './located-ranking.ts';
import type { LocatedRanking } from './located-ranking.ts';

/** The address of a history after parsing. */
export interface LocatedHistory extends LocatedRanking, RunsOfRow, Pick<RowsOfModel, 'entries'> {
  /** every configuration of its ranking */
  readonly rows: readonly RunsOfRow[];
  /** links have to name basis and speed, for its ranking is not the one that is shown without them */
  readonly isApart: boolean;
}

/** Histories to name where one is not there. */
const NEAREST = 8;

/**
 * The configuration that a path names, its tokens in any order, with its runs; the path of the
 * comparison where two of these are asked for.
 *
 * @throws ProblemError with the nearest rankings or histories for what is not there, and for a query
 *   that names no two runs
 */
export async function historyAt(
  ask: Ask,
  extension: string,
): Promise<AddressMatch<LocatedHistory>> {
  const { release, query } = ask;
  const parts = pathWithin(ask, '/history/', extension).split('/');
  const [model = '', workload = '', written = '', ...rest] = parts;
  const ranking = rankingNamed(ask, [model, workload, ...rest].join('/'));
  const { groups, entries } = await rowsOfModel(release, ranking, { ...query, ...query.rank });
  const { vocabulary } = release.manifest.catalog;
  const parsed = written === '' ? null : parseTokens(written, vocabulary);
  const row = parsed !== null && 'value' in parsed ? printTokens(parsed.value) : written;
  const at = groups.findIndex((group) => group.some((one) => one.row === row));
  const rows = groups[at];
  const found = rows?.find((one) => one.row === row);
  if (rows === undefined || found === undefined) {
    throw noHistory(ask, ranking, row, groups.flat());
  }
  const value = { ...ranking, ...found, entries, rows, isApart: at > 0 };
  return pairOf(ask, value) ?? { value, path: historyPath(idOf(ranking, row), {}, extension) };
}

function idOf({ model, workload }: LocatedRanking, row: string): string {
  return `${model}/${workload}/${row}`;
}

/** The comparison of the two runs that a query names; `null` while one of them is still to be chosen. */
function pairOf({ query }: Ask, value: LocatedHistory): AddressMatch<LocatedHistory> | null {
  const { before, after, keys } = query;
  if (before === null || after === null) return null;
  const { model, workload, runs, entries } = value;
  const tokens = runTokens(runs, entries).flatMap((token) => token ?? []);
  for (const [key, run] of Object.entries({ before, after })) {
    if (tokens.includes(run)) continue;
    const known = tokens.length > 0 ? tokens.join(', ') : 'none of them';
    const rule = `is a run that an address can name: ${known}`;
    throw invalidQuery({ key, value: run, rule });
  }
  if (before === after) {
    throw invalidQuery({ key: 'after', value: after, rule: 'is another run than before' });
  }
  const named = { model, workload, tokens: configurationTokens(runs[0]!.key) };
  return {
    value,
    path: runsPath(named, before, after),
    keys: { ...comparisonKeysOf(keys), basis: runs[0]!.basis },
  };
}

function noHistory(
  { query, words }: Ask,
  ranking: LocatedRanking,
  row: string,
  rows: readonly RunsOfRow[],
): ProblemError {
  const near = nearest(
    row,
    rows.map((one) => one.row),
  );
  const earlier = rows.filter(({ runs }) => runs.length > 1).map((one) => one.row);
  const named = [...new Set([...near, ...earlier])].slice(0, NEAREST);
  const detail = words.history.noSuch(idOf(ranking, row));
  return new ProblemError('not-found', detail, {
    nearest: named.map((one) => ({
      label: one,
      href: historyPath(idOf(ranking, one), pinKeys(query.release)),
    })),
  });
}
