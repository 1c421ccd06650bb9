import type { ComparedSide } from '../comparison-types.ts';
import type { NoticeCode } from '../notice-facts.ts';
import type { NoticeInput } from '../notice-input.ts';
import { NOTICE_RULES } from '../notices.ts';
import type { SweepEntry } from '../release.ts';
import type { Basis } from '../sweep.ts';
import type { Catalog, RateCard } from '../vocabulary.ts';
import { FILTER_DIMENSIONS } from './filters.ts';
import type { FilterCounts, FilterDimension } from './filters.ts';
import type { RankOptions } from './rank-options.ts';
import type { RankSide } from './rank-sides.ts';
import type { RankNotice, RankNoticeFacts, RankRow } from './ranking-types.ts';

/** Everything that the rules of a ranking's notices look at. */
interface RankNoticeInput {
  readonly configurations: readonly RankSide[];
  /** those with prices and power */
  readonly sides: readonly ComparedSide[];
  readonly rows: readonly RankRow[];
  readonly apart: readonly SweepEntry[];
  readonly catalog: Catalog;
  readonly options: RankOptions;
  readonly basis: Basis;
  readonly counts: FilterCounts;
  readonly drop: FilterDimension | null;
  readonly card: RateCard;
  /** the tier of its prices */
  readonly tier: string;
  /** configurations left out for having no measured point near the target */
  readonly unmeasured: number;
  /** the reference asked for is among the configurations */
  readonly hasReference: boolean;
}

/** What a reader of a ranking must know: warnings first, each only where it holds. */
export function rankNotices(input: RankNoticeInput): RankNotice[] {
  const notices = [...ownNotices(input), ...sharedNotices(input)];
  const weight = ({ severity }: RankNotice) => (severity === 'warning' ? 0 : 1);
  return notices.toSorted((a, b) => weight(a) - weight(b));
}

function ownNotices(input: RankNoticeInput): RankNotice[] {
  const { counts, drop, options, unmeasured, hasReference } = input;
  const misfits = FILTER_DIMENSIONS.flatMap((dimension) =>
    counts[dimension].filter(({ active, count }) => active && count === 0),
  );
  const notices: RankNotice[] = [];
  if (drop !== null) {
    notices.push({ code: 'filter-empty', severity: 'warning', facts: { drop } });
  }
  if (misfits.length > 0) {
    const values = misfits.map(({ key }) => ({ key }));
    notices.push({ code: 'filter-misfit', severity: 'warning', facts: { values } });
  }
  if (!hasReference) {
    const facts = { key: options.against! };
    notices.push({ code: 'against-missing', severity: 'warning', facts });
  }
  if (unmeasured > 0) {
    notices.push({ code: 'not-measured', severity: 'info', facts: { count: unmeasured } });
  }
  return [
    ...notices,
    ...apartOf(input.apart).map((facts): RankNotice => ({
      code: 'apart',
      severity: 'info',
      facts,
    })),
  ];
}

/** The configurations that are ranked elsewhere, by what keeps them apart. */
function apartOf(entries: readonly SweepEntry[]): RankNoticeFacts['apart'][] {
  const groups = new Map<string, RankNoticeFacts['apart']>();
  for (const { basis, key } of entries) {
    const { interactivityBasis } = key;
    const name = `${basis} ${interactivityBasis}`;
    const count = (groups.get(name)?.count ?? 0) + 1;
    groups.set(name, { basis, interactivityBasis, count });
  }
  return [...groups.values()];
}

/** Those that comparisons have too, of the rows that are shown. */
function sharedNotices(from: RankNoticeInput): RankNotice[] {
  const { configurations, sides, rows, catalog, basis, card } = from;
  const keys = new Set(rows.map(({ key }) => key));
  const isShown = ({ key }: ComparedSide) => keys.has(key);
  const shown = sides.filter(isShown);
  const input: NoticeInput = {
    model: undefined, // no notice here depends on it
    basis,
    compared: [],
    mismatch: [],
    sides: shown,
    sweeps: configurations.filter(({ side }) => isShown(side)).map(({ sweeps }) => sweeps),
    values: [],
    isDisjoint: false,
    ttftLimit: null,
    rates: { id: card.id, tier: from.tier },
    vocabulary: catalog.vocabulary,
  };
  const hardware = catalog.vocabulary.hardware.flatMap(({ key, label }) => {
    const side = shown.find((one) => one.hardware === key);
    return side === undefined ? [] : { ...side, key, label };
  });
  const byHardware = { ...input, sides: hardware };
  return [
    ...noticesWith('known-issue', input),
    ...noticesWith('dates-apart', input),
    ...noticesWith('excluded-run', input),
    ...noticesWith('open-loop', input),
    ...noticesWith('no-price', byHardware),
    ...noticesWith('no-power', byHardware),
    ...noticesWith('published-figures', input),
  ];
}

/** The notices with this code that a comparison would have. */
function noticesWith(code: RankNotice['code'] & NoticeCode, input: NoticeInput): RankNotice[] {
  const [severity, find] = NOTICE_RULES[code];
  return find(input).map(
    ({ facts, sides }) => ({ code, severity, ...(sides && { rows: sides }), facts }) as RankNotice,
  );
}
