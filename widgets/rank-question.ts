import type { Zoom } from '../src/core/ranking/chart-options.ts';
import type { RankOptions } from '../src/core/ranking/rank-options.ts';
import { rankQuery } from '../src/core/ranking/rank-query.ts';
import type { RankValues } from '../src/core/ranking/rank-query.ts';
import type { RankRowsInput } from '../src/core/ranking/rank-rows.ts';
import type { RankChartDocument } from '../src/view/figure/rank-chart-document.ts';
import { withQuery } from '../src/view/links.ts';
import type { Keys } from '../src/view/links.ts';

/**
 * What is asked of a ranking: the keys of its address, of which two move nothing but the chart: rows
 * that were picked, and a part of it.
 */
export interface Question {
  /** path of the page, `/rank/<model>/<workload>` */
  readonly path: string;
  /** texts as they are, not encoded */
  readonly keys: Keys;
  /** rows in front, as `inFront` reads them */
  readonly picked: string;
  readonly zoom: Zoom | null;
}

/** Keys that the curves follow from: another document. */
const CURVE_KEYS = ['basis', 'pool', 'rates', 'release', 'speed', 'stat', 'ttft'];
/** Keys that the rows are made from here. */
const OWN_KEYS =
  /^(at|cost|by|show|against|points|vendor|hardware|precision|spec|engine|deployment|tier|usd(\..+)?|util|lang|sort|y|yscale)$/;
/** What stands for nothing asked. */
const DEFAULTS: Keys = { show: 'best', stat: 'p50', points: 'frontier' };

/** The question of an address. */
export function questionOf({ pathname, search }: URL): Question {
  const { rows = '', zoom = '', ...keys } = Object.fromEntries(new URLSearchParams(search));
  const [x, x2, y, y2] = zoom.split(',').map(Number);
  return {
    path: pathname.replace(/(\.json|\/*)$/, ''),
    keys,
    picked: rows,
    zoom: x! > 0 && x2! > x! && y2! > y! ? { x: [x!, x2!], y: [y!, y2!] } : null,
  };
}

/** Path and query of the page of a question; keys sorted, as the server has them. */
export function addressOf({ path, keys, picked, zoom }: Question): string {
  const numbers = zoom && [...zoom.x, ...zoom.y].map((value) => Number(value.toPrecision(4)));
  const view = { ...(picked && { rows: picked }), ...(numbers && { zoom: numbers.join() }) };
  return withQuery(path, encoded({ ...keys, ...view }));
}

/** Path and query of what the server says of a question, which has neither order nor chart. */
export function answerAddress({ path, keys: { sort: _, ...keys } }: Question): string {
  return withQuery(`${path}.json`, encoded(keys));
}

/** Path and query of the document with the curves. */
export function curvesAddress({ path, keys }: Question): string {
  const own = CURVE_KEYS.flatMap((key) => (keys[key] ? [[key, keys[key]] as const] : []));
  return withQuery(`${path}.chart.json`, encoded(Object.fromEntries(own)));
}

/** Whether the script knows what all keys mean; else the server's own page does. */
export function isKnown({ keys }: Question): boolean {
  const isOwn = (key: string) => CURVE_KEYS.includes(key) || OWN_KEYS.test(key);
  return Object.keys(keys).every(isOwn) && keys['points'] !== 'all';
}

/** The question with a key set anew; an empty text and a default leave it out. */
export function withKey(question: Question, key: string, text: string): Question {
  const { [key]: _, ...others } = question.keys;
  // a target and a limit of the cost stand for each other
  if (key === 'at' && text) delete (others as Record<string, string>)['cost'];
  if (key === 'cost' && text) delete (others as Record<string, string>)['at'];
  const keys = !text || DEFAULTS[key] === text ? others : { ...others, [key]: text };
  // another metric has other numbers
  return { ...question, keys, zoom: /^(by|y|yscale)$/.test(key) ? null : question.zoom };
}

/** What the rows follow from beside the curves. */
export function optionsOf(
  { keys }: Question,
  { at, tier }: Pick<RankChartDocument, 'at' | 'tier'>,
): RankRowsInput['options'] & Pick<RankOptions, 'at' | 'chart' | 'stat' | 'ttft'> {
  const number = (key: string) => (keys[key] ? Number(keys[key]) : null);
  const prices = Object.keys(keys).flatMap((key) =>
    key.startsWith('usd.') ? [[key.slice(4), Number(keys[key])] as const] : [],
  );
  const values = { ...keys, cost: number('cost') ?? undefined } as unknown as RankValues;
  return {
    ...rankQuery(values),
    at: number('at') ?? at,
    ttft: number('ttft'),
    tier: keys['tier'] ?? tier,
    usd: number('usd'),
    usdByHardware: Object.fromEntries(prices),
    util: number('util') ?? 1,
  };
}

/** Everything that who leads follows from, as a text: a target is not among it. */
export function leadersKey({ path, keys }: Question): string {
  const { at: _, cost: __, against: ___, ...others } = keys;
  return withQuery(path, others);
}

/** As an address has them. */
export function encoded(keys: Keys): Keys {
  const each = Object.entries(keys).map(
    ([key, text]) => [key, encodeURIComponent(text).replaceAll('%2C', ',')] as const,
  );
  return Object.fromEntries(each);
}
