import { ProblemError } from '../http/problem-error.ts';
import type { Ask, ReleaseRoute, Route } from '../http/route.ts';
import type { LocatedComparison } from '../release/locate.ts';
import { COMPARISON_KEYS, PICTURE_KEYS } from '../schema/query-parameters.ts';
import { badgeEndpoint } from '../view/badge/badge-endpoint.ts';
import { badgeSvg } from '../view/badge/badge-svg.ts';
import { badgePath } from '../view/links.ts';
import { answerAt, comparisonAt } from './located.ts';

const REFERENCE = '/badge/qwen-3-5/b300-fp4/mtp-vs-off';
const ADDRESS = '/badge/{model}/{shared}/{sides}';
const PATTERNS = ['/badge/*'];

const svg: ReleaseRoute<LocatedComparison> = {
  path: `${ADDRESS}.svg`,
  patterns: PATTERNS,
  examples: [`${REFERENCE}.svg`, `${REFERENCE}.svg?at=100&theme=dark`],
  summary: 'A comparison in one line, as a picture for a README',
  medium: 'svg',
  kind: 'data',
  keys: PICTURE_KEYS,
  isBadge: true,
  find: (ask) => found(ask, '.svg'),
  make: async (ask, at) => badgeSvg(await answerAt(ask, at, ask.query), ask.words, ask.query.theme),
};

const json: ReleaseRoute<LocatedComparison> = {
  path: `${ADDRESS}.json`,
  patterns: PATTERNS,
  extension: '.json',
  examples: [`${REFERENCE}.json`, `${REFERENCE}.json?at=100`],
  summary: 'The same for shields.io, whose endpoint badge draws it',
  schema: 'Badge',
  medium: 'json',
  kind: 'data',
  keys: COMPARISON_KEYS,
  find: (ask) => found(ask, '.json'),
  make: async (ask, at) =>
    JSON.stringify(badgeEndpoint(await answerAt(ask, at, ask.query), ask.words)),
};

function found(ask: Ask, extension: string) {
  const { path } = ask.request;
  const value = comparisonAt(ask, path);
  const own = badgePath(value.id, {}, extension);
  if (path.toLowerCase().replace(/\/+$/, '').endsWith(extension) && !/\.chart\.svg$/i.test(path)) {
    return { value, path: own };
  }
  throw new ProblemError('not-found', `${path}: a badge ends with .svg or .json`, {
    nearest: [{ label: own, href: own }],
  });
}

export const BADGES: readonly Route[] = [svg, json];
