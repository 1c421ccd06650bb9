import { valuesAt } from '../src/core/values.ts';
import type { ComparisonDocument } from '../src/view/text/json.ts';
import { ascending, parsePrices, parseShare, parseTargets } from './settings.ts';
import type { Settings } from './settings.ts';

/**
 * The document with the reader's or the page's own prices and utilisation, all costs read anew; the
 * document itself where there are none.
 *
 * @param usd - $/GPU-hr as the attribute `usd` has them
 * @param share - of the time that the GPUs are busy, as the attribute `util` has it
 */
export function withPrices(
  document: ComparisonDocument,
  usd: Settings[string],
  share: Settings[string],
): ComparisonDocument {
  const prices = parsePrices(usd);
  const own = document.sides.flatMap(({ hardware }) =>
    (prices[hardware] ?? prices['']) ? hardware : [],
  );
  const util = parseShare(share) ?? document.util;
  if (!own[0] && util === document.util) return document;
  const sides = document.sides.map((side) => ({
    ...side,
    usdPerGpuHour: prices[side.hardware] ?? prices[''] ?? side.usdPerGpuHour,
  }));
  const isOpen = sides.some(({ usdPerGpuHour }) => usdPerGpuHour === null);
  const ownPrices = [...document.ownPrices, ...own];
  const notices = document.notices.filter(({ code }) => isOpen || code !== 'no-price');
  return reread({ ...document, ownPrices, util, sides, notices }, document.targets);
}

/**
 * The document read at other targets; itself where they are its own. Two at the same place stay two
 * columns, so that none vanishes while one is dragged over the other.
 *
 * @param at - as the attribute `at` has them
 */
export function withTargets(
  document: ComparisonDocument,
  at: Settings[string],
): ComparisonDocument {
  const targets = parseTargets(at)?.sort(ascending);
  if (!targets || targets.join() === document.targets.join()) return document;
  return reread(document, targets);
}

/**
 * The document with every value read anew from the knots, by the code that the server runs. Its
 * summary, which speaks of the old values, goes; its notices stay, and the figure says of what.
 */
function reread(document: ComparisonDocument, targets: readonly number[]): ComparisonDocument {
  const values = valuesAt(document.sides, targets, document);
  return { ...document, targets, values, summary: [] };
}
