import { valuesAt } from '../src/core/values.ts';
import type { ComparisonDocument } from '../src/view/json.ts';
import { ascending, parsePrices, parseShare, parseTargets } from './settings.ts';
import type { Settings } from './settings.ts';

/** Notices that are about the targets, so that other targets make them untrue. */
const OF_TARGETS = /out-of-range|wide-gap|ttft-apart/;

/** The document with other prices, or another share of the time that the GPUs are busy. */
export function priced(
  document: ComparisonDocument,
  usd: Settings[string],
  share: Settings[string],
): ComparisonDocument {
  const prices = parsePrices(usd);
  const hasPrices = document.sides.some(({ hardware }) => prices[hardware] ?? prices['']);
  const util = parseShare(share) ?? document.util;
  if (!hasPrices && util === document.util) return document;
  const sides = document.sides.map((side) => ({
    ...side,
    usdPerGpuHour: prices[side.hardware] ?? prices[''] ?? side.usdPerGpuHour,
  }));
  const isComplete = sides.every(({ usdPerGpuHour }) => usdPerGpuHour !== null);
  const ownPrices = document.ownPrices || hasPrices;
  const use = { ...document, ownPrices, util, sides };
  return reread(use, document.targets, ({ code }) => code !== 'no-price' || !isComplete);
}

/** The document with other targets; two at the same place stay two, so that no column jumps. */
export function targeted(document: ComparisonDocument, at: Settings[string]): ComparisonDocument {
  const targets = parseTargets(at)?.sort(ascending);
  if (!targets || targets.join() === document.targets.join()) return document;
  return reread(document, targets, ({ code }) => !OF_TARGETS.test(code));
}

/** Every value read anew from the knots, by the code that the server runs, without old sentences. */
function reread(
  document: ComparisonDocument,
  targets: readonly number[],
  holds: (notice: ComparisonDocument['notices'][number]) => boolean,
): ComparisonDocument {
  return {
    ...document,
    targets,
    values: valuesAt(document.sides, targets, document),
    summary: [],
    notices: document.notices.filter(holds),
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
