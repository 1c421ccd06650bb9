import { valuesAt } from '../src/core/values.ts';
import type { ComparisonDocument } from '../src/view/text/json.ts';
import { ascending, parsePrices, parseShare, parseTargets } from './settings.ts';
import type { Settings } from './settings.ts';

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
  const notices = document.notices.filter(({ code }) => code !== 'no-price' || !isComplete);
  return reread({ ...document, ownPrices, util, sides, notices }, document.targets);
}

/** The document with other targets; two at the same place stay two, so that no column jumps. */
export function targeted(document: ComparisonDocument, at: Settings[string]): ComparisonDocument {
  const targets = parseTargets(at)?.sort(ascending);
  if (!targets || targets.join() === document.targets.join()) return document;
  return reread(document, targets);
}

/**
 * Every value read anew from the knots, by the code that the server runs, without old sentences.
 * Notices stay, being of the document as it came: who shows them says so.
 */
function reread(document: ComparisonDocument, targets: readonly number[]): ComparisonDocument {
  const values = valuesAt(document.sides, targets, document);
  return { ...document, targets, values, summary: [] };
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
