import { valuesAt } from '../src/core/values.ts';
import type { ComparisonDocument } from '../src/view/json.ts';
import { ascending, parsePrices, parseShare, parseTargets } from './settings.ts';
import type { Settings } from './settings.ts';

/** Notices that are about the targets, so that other targets make them untrue. */
const OF_TARGETS = /out-of-range|wide-gap|ttft-apart/;

/**
 * The document with other targets and prices: every value read anew from the knots, by the code
 * that the server runs. Sentences that no longer hold are left out.
 */
export function edited(
  document: ComparisonDocument,
  at: Settings[string],
  usd: Settings[string],
  share: Settings[string],
): ComparisonDocument {
  const own = parseTargets(at);
  const prices = parsePrices(usd);
  const util = parseShare(share);
  const hasPrices = Object.keys(prices).length > 0;
  if (!own && !util && !hasPrices) return document;
  const sides = document.sides.map((side) => ({
    ...side,
    usdPerGpuHour: prices[side.hardware] ?? prices[''] ?? side.usdPerGpuHour,
  }));
  const use = {
    ...document,
    ownPrices: document.ownPrices || hasPrices,
    util: util ?? document.util,
  };
  const targets = [...new Set(own ?? document.targets)].sort(ascending);
  return {
    ...use,
    targets,
    sides,
    values: valuesAt(sides, targets, use),
    summary: [],
    notices: document.notices.filter(({ code }) => !own || !OF_TARGETS.test(code)),
  };
}

/** Gives the last result again as long as it is asked for with the same. */
export function lately<From extends readonly unknown[], Made>(make: (...from: From) => Made) {
  let known: From | undefined;
  let made: Made;
  return (...from: From): Made => {
    if (!known || from.some((part, i) => part !== known![i])) made = make(...(known = from));
    return made;
  };
}
