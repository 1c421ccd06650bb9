import { rankQuery } from '../src/core/ranking/rank-query.ts';
import type { RankValues } from '../src/core/ranking/rank-query.ts';
import type { RankOptions } from '../src/core/ranking/rank-options.ts';
import type { RankRowsInput } from '../src/core/ranking/rank-rows.ts';
import { withQuery } from '../src/view/links.ts';
import type { RankChartDocument } from '../src/view/figure/rank-chart-document.ts';
import type { Keys } from '../src/view/links.ts';
import type { Zoom } from '../src/view/figure/rank-plot.ts';

/**
 * What is asked of a ranking: the keys of its address, which any server answers too, and what only
 * the script knows, which stands behind the #: rows that were picked, and a part of the chart.
 */
export interface Question {
  /** path of the page, `/rank/<model>/<workload>` */
  readonly path: string;
  /** texts as they are, not encoded */
  readonly keys: Keys;
  /** keys of rows; none is all */
  readonly picked: readonly string[];
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
export function questionOf({ pathname, search, hash }: URL): Question {
  const view = new URLSearchParams(hash.slice(1));
  const [x, x2, y, y2] = (view.get('zoom') ?? '').split(',').map(Number);
  return {
    path: pathname.replace(/(\.json|\/*)$/, ''),
    keys: Object.fromEntries(new URLSearchParams(search)),
    picked: view.get('rows')?.split(',') ?? [],
    zoom: x2! > x! && y2! > y! ? { x: [x!, x2!], y: [y!, y2!] } : null,
  };
}

/** Path, query and the rest of the address of a question; keys sorted, as the server has them. */
export function addressOf(question: Question, extension = ''): string {
  const { path, picked, zoom } = question;
  const { sort = '', ...others } = question.keys;
  // the order of rows is the page's, no document has it
  const keys = sort && !extension ? question.keys : others;
  const numbers = zoom && [...zoom.x, ...zoom.y].map((value) => Number(value.toPrecision(4)));
  const view = Object.entries({ rows: picked.join(), zoom: numbers?.join() }).flatMap(
    ([name, text]) => (text ? `${name}=${text}` : []),
  );
  const hash = view.length > 0 && !extension ? `#${view.join('&')}` : '';
  return withQuery(path + extension, encoded(keys)) + hash;
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
  { tier }: Pick<RankChartDocument, 'tier'>,
): RankRowsInput['options'] & Pick<RankOptions, 'chart'> {
  const number = (key: string) => (keys[key] ? Number(keys[key]) : null);
  const prices = Object.keys(keys).flatMap((key) =>
    key.startsWith('usd.') ? [[key.slice(4), Number(keys[key])] as const] : [],
  );
  const values = { ...keys, cost: number('cost') ?? undefined } as unknown as RankValues;
  return {
    ...rankQuery(values),
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
