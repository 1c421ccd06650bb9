import { describe, expect, test } from 'vitest';
import { comparisonDocument } from '../../src/view/text/json.ts';
import type { ComparisonDocument } from '../../src/view/text/json.ts';
import {
  FAILED,
  WAITING,
  chosen,
  failed,
  loaded,
  near,
  refreshed,
  removed,
  want,
} from '../../widgets/loading-state.ts';
import type { LoadingState } from '../../widgets/loading-state.ts';
import { en } from '../../src/view/words/en/index.ts';
import { REFERENCE } from '../view/fixtures/comparison.ts';
import { linksOf } from '../view/fixtures/links.ts';

const document = comparisonDocument(REFERENCE, linksOf(REFERENCE), en);
const newer: ComparisonDocument = { ...document, title: 'newer' };
const EDITS = { usd: '5' };

type Step = (state: LoadingState) => LoadingState;

/**
 * What may happen to an element. An address is a letter, its question the same letter: `a` is one
 * source, `a+` the same with a reader's choice, `[a]` the text of a document among the children.
 */
const STEPS: Readonly<Record<string, Step>> = {
  near,
  removed,
  refreshed,
  choose: (state) => chosen(state, EDITS),
  'choose again': (state) => chosen(state, { usd: '6' }),
  load: (state) => loaded(state, document),
  'load newer': (state) => loaded(state, newer),
  'want nothing': (state) => want(state, null, null),
  'want a': (state) => want(state, 'a', 'a'),
  'want a+': (state) => want(state, 'a+', 'a'),
  // the page itself asks for what the reader chose
  'want a+ of a+': (state) => want(state, 'a+', 'a+'),
  'want b': (state) => want(state, 'b', 'b'),
  'want [a]': (state) => want(state, '[a]', null),
  'fail a': (state) => failed(state, 'a'),
  'fail b': (state) => failed(state, 'b'),
  'fail child': (state) => failed(state, null),
};

/** `near, want a` from a new element. */
function after(steps: string): LoadingState {
  return steps.split(', ').reduce((state, name) => {
    const step = STEPS[name];
    if (!step) throw new Error(`${name}: no such step`);
    return step(state);
  }, WAITING);
}

/** `shown a` or `loading b over a`, then what is noted: `stale`, `undo`. */
function said({ phase, asked, onScreen, undo }: LoadingState): string {
  return [
    phase,
    asked,
    onScreen && onScreen.asked !== asked && `over ${onScreen.asked}`,
    onScreen?.document === newer && 'newer',
    onScreen?.isStale && 'stale',
    undo && `undo ${undo['usd']}`,
  ]
    .filter(Boolean)
    .join(' ');
}

describe('what happened, and what is so then', () => {
  test.each([
    // before anything
    ['near', 'idle'],
    ['near, want nothing', 'idle'],
    ['near, removed', 'waiting'],
    ['near, want a', 'loading a'],
    ['near, want a, want a', 'loading a'],
    ['near, want a, want nothing', 'idle'],
    // the first answer
    ['near, want a, load', 'shown a'],
    ['near, want a, load, want a', 'shown a'],
    ['near, want a, load, near', 'shown a'],
    ['near, want a, fail a', 'failed a'],
    ['near, want a, fail a, want a', 'failed a'], // not at each change
    ['near, want a, fail a, refreshed', 'loading a'],
    ['near, want a, fail a, refreshed, load', 'shown a'],
    ['near, want a, fail a, want b', 'loading b'],
    ['near, want a, fail a, want nothing', 'idle'],
    // another source
    ['near, want a, want b', 'loading b'],
    ['near, want a, want b, load', 'shown b'],
    ['near, want a, want b, fail b', 'failed b'],
    ['near, want a, load, want b', 'loading b over a'],
    ['near, want a, load, want b, load', 'shown b'],
    ['near, want a, load, want b, want a', 'loading a'],
    ['near, want a, load, want b, fail b', 'failed b'], // figures of another source do not stay
    ['near, want a, load, want b, fail b, want a', 'loading a'],
    ['near, want a, load, want nothing', 'idle'],
    ['near, want a, load, want nothing, want a', 'loading a'],
    // asked again
    ['near, want a, load, refreshed', 'loading a'],
    ['near, want a, load, refreshed, load newer', 'shown a newer'],
    ['near, want a, load, refreshed, fail a', 'shown a stale'],
    ['near, want a, load, refreshed, fail a, want a', 'shown a stale'],
    ['near, want a, load, refreshed, fail a, refreshed', 'loading a stale'],
    ['near, want a, load, refreshed, fail a, refreshed, load newer', 'shown a newer'],
    ['near, want a, load, refreshed, fail b', 'failed a'], // the source changed meanwhile
    // a choice of the reader that takes a server
    ['near, want a, load, choose, want a+', 'loading a+ over a undo 5'],
    ['near, want a, load, choose, want a+, load', 'shown a+'],
    ['near, want a, load, choose, want a+, fail a', 'shown a stale'],
    ['near, want a, load, choose, want a+, choose again, want a+', 'loading a+ over a undo 5'],
    ['near, want a, load, choose, want a', 'shown a'], // chosen and taken back before the next frame
    ['near, want a, load, choose, want b', 'loading b over a'],
    ['near, want a, load, choose, want a+, want b', 'loading b over a'],
    ['near, want a, load, choose, want a+, want b, fail b', 'failed b'],
    ['near, want a, load, choose, want a+, removed', 'waiting a undo 5'],
    ['near, want a, load, choose, want a+, removed, near, want a+', 'loading a+ over a undo 5'],
    ['near, want a, load, choose, want a+, removed, near, want a+, load', 'shown a+'],
    // out of the page and back
    ['near, want a, removed', 'waiting'],
    ['near, want a, removed, near, want a', 'loading a'],
    ['near, want a, fail a, removed, near, want a', 'loading a'],
    ['near, want a, load, removed', 'waiting a'],
    ['near, want a, load, removed, near, want a', 'shown a'],
    ['near, want a, load, want b, removed', 'waiting a'],
    ['near, want a, load, want b, removed, near, want b', 'loading b over a'],
    ['near, want a, load, refreshed, fail a, removed, near', 'shown a stale'],
    // a document among the children
    ['near, want [a], load', 'shown [a]'],
    ['near, want [a], load, want [a]', 'shown [a]'],
    ['near, want [a], fail child', 'failed [a]'],
    ['near, want [a], fail child, want [a]', 'failed [a]'],
    ['near, want a, load, want [a], fail child', 'failed [a]'],
    ['near, want [a], load, want a, fail a', 'failed a'],
  ])('%s: %s', (steps, state) => expect(said(after(steps))).toBe(state));
});

test('the question of what is on screen follows the page, so that the reader can go on', () => {
  // the page asks for what its reader chose before
  const state = after('near, want a, load, choose, want a+, load, want a+ of a+');
  expect(said(state)).toBe('shown a+');
  expect(state.onScreen?.question).toBe('a+');
  expect(said(failed(refreshed(state), 'a+'))).toBe('shown a+ stale');
});

test('where nothing can be asked or drawn, the next change asks again', () => {
  expect(said(FAILED)).toBe('failed');
  expect(said(want(FAILED, 'a', 'a'))).toBe('loading a');
});

test('no step changes the state that it was given', () => {
  const states = Object.keys(STEPS).map((step) => after(`near, want a, load, ${step}`));
  for (const state of states) {
    const before = structuredClone(state);
    for (const step of Object.values(STEPS)) step(state);
    expect(state).toEqual(before);
  }
});
