import { createHash } from 'node:crypto';
import { FORMS, extensionOf } from '../../src/forms.ts';
import { themeKeys, withQuery } from '../../src/view/links.ts';
import type { Keys } from '../../src/view/links.ts';

/** Extensions of the forms of a comparison, and of those of a ranking that become files: all but cards. */
const COMPARISON_FILES = FORMS.map(({ extension }) => extension);
const RANKING_FILES = ['', '.json', '.csv', '.md', '.chart.svg'];

/** An address of the site, and the file that its answer becomes. */
export interface FileAddress {
  /** canonical, from `/` on, with its query */
  readonly path: string;
  /** without a folder */
  readonly file: string;
  /** of the form; empty for a page */
  readonly extension: string;
}

/**
 * The site's address of what somebody wants rendered, from an id, a path or a whole address, with a
 * query or without, of the page or another form.
 *
 * @throws Error for an address that is no comparison's or ranking's
 */
export function pagePath(written: string): string {
  const path = written.replace(/^https?:\/\/[^/]*/i, '').replace(/#.*$/s, '');
  const whole = path.startsWith('/') ? path : `/compare/${path}`;
  const [place = '', query] = whole.split(/\?(.*)/s);
  const page = place.slice(0, place.length - extensionOf(place).length);
  if (!/^\/(zh\/)?(compare|rank)/.test(page)) {
    throw new Error(
      `${written}: is no comparison or ranking: give an id such as qwen-3-5/b300-fp4/mtp-vs-off, or the address of a page`,
    );
  }
  return query === undefined ? page : `${page}?${query}`;
}

/** The files of a page, itself first, a card in both themes. */
export function filesOf(page: string): FileAddress[] {
  const [path = '', query = ''] = page.split('?');
  const isComparison = path.startsWith('/compare/');
  const keys: Keys = Object.fromEntries(
    query.split('&').flatMap((pair) => (pair === '' ? [] : [pair.split('=') as [string, string]])),
  );
  const stem = fileStem(path, keys);
  const file = (
    extension: string,
    theme: Keys = {},
    ending = extension || '.html',
  ): FileAddress => ({
    path: withQuery(`${path}${extension}`, { ...keys, ...theme }),
    file: `${stem}${ending}`,
    extension,
  });
  const dark = isComparison ? [file('.png', themeKeys('dark'), '.dark.png')] : [];
  const extensions = isComparison ? COMPARISON_FILES : RANKING_FILES;
  return [...extensions.map((extension) => file(extension)), ...dark];
}

/** File systems take names of 255 bytes; this leaves room for endings, and for those of half-written files. */
const MAX_STEM = 200;
const HASH_DIGITS = 12;

/**
 * `qwen-3-5__b300-fp4__mtp-vs-off`, `rank__qwen-3-5__1k1k__at=124`.
 *
 * A name that is too long, has capitals or signs that some file system or address cannot have is cut
 * to what all can, with a hash of the whole behind it: other addresses are other files everywhere.
 */
function fileStem(path: string, keys: Keys): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== 'compare');
  const asked = Object.entries(keys).map(([key, text]) => `${key}=${decodeURIComponent(text)}`);
  const whole = [...parts, ...asked].join('__');
  const plain = whole.toLowerCase().replaceAll(/[^a-z0-9._=,~!-]/g, '-');
  if (plain === whole && whole.length <= MAX_STEM) return whole;
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, HASH_DIGITS);
  return `${plain.slice(0, MAX_STEM - HASH_DIGITS - 1)}-${hash}`;
}
