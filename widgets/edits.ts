import { valuesAt } from '../src/core/values.ts';
import type { ComparisonDocument } from '../src/view/json.ts';

/** What a page or a reader has set; `null` where the document's own holds. */
export interface Edits {
  /** tok/s/user, in the order of their inputs */
  readonly at: readonly number[] | null;
  /** $/GPU-hr by hardware; that of '' is for all others */
  readonly usd: Readonly<Record<string, number>>;
  /** share of the time that the GPUs are busy, in (0, 1] */
  readonly util: number | null;
  /** of the chart's axis */
  readonly metric: string | null;
  readonly isLog: boolean | null;
  /** of the prices; only the server knows those of another */
  readonly tier: string | null;
}

export const NO_EDITS: Edits = {
  at: null,
  usd: {},
  util: null,
  metric: null,
  isLog: null,
  tier: null,
};

/** Notices that are about the targets, so that other targets make them untrue. */
const OF_TARGETS = /out-of-range|wide-gap|ttft-apart/;

/**
 * The document with other targets and prices: every value read anew from the knots, by the code
 * that the server runs. Sentences that no longer hold are left out.
 */
export function edited(document: ComparisonDocument, { at, usd, util }: Edits): ComparisonDocument {
  if (!at && !util && Object.keys(usd).length === 0) return document;
  const sides = document.sides.map((side) => ({
    ...side,
    usdPerGpuHour: usd[side.hardware] ?? usd[''] ?? side.usdPerGpuHour,
  }));
  const use = { ...document, util: util ?? document.util };
  const targets = [...new Set(at ?? document.targets)].sort(ascending);
  return {
    ...use,
    targets,
    sides,
    values: valuesAt(sides, targets, use),
    summary: [],
    notices: document.notices.filter(({ code }) => !at || !OF_TARGETS.test(code)),
  };
}

/** 1 to 5 targets from `93,124.5`, from 0.1 to 10000 tok/s/user, to a tenth; `null` for none. */
export function parseTargets(text: string | null): number[] | null {
  const targets = pieces(text)
    .map((piece) => Math.round(Number(piece) * 10) / 10)
    .filter((target) => target >= 0.1 && target <= 10_000);
  return targets.length > 0 ? targets.slice(0, 5).sort(ascending) : null;
}

/** Prices from `2.85` (all sides) or `b300=2.85 h200=1.9`, each from 0.01 to 1000 $/GPU-hr. */
export function parsePrices(text: string | null): Record<string, number> {
  const prices: Record<string, number> = {};
  for (const piece of pieces(text)) {
    const [usd, hardware = ''] = piece.split('=').reverse();
    if (Number(usd) >= 0.01 && Number(usd) <= 1000) prices[hardware] = Number(usd);
  }
  return prices;
}

/** A share in (0, 1]; `null` for anything else. */
export function parseShare(text: string | null): number | null {
  const share = Number(text);
  return share > 0 && share <= 1 ? share : null;
}

export function ascending(a: number, b: number): number {
  return a - b;
}

/** The parts of a list with commas or spaces. */
export function pieces(text: string | null | undefined): string[] {
  return (text ?? '').split(/[\s,]+/);
}
