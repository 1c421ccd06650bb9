import { describe, expect, test } from 'vitest';
import type { OpenGroup } from '../../../data/import/open-facts.ts';
import { questionsOf } from '../../../data/import/questions.ts';

function group(
  folder: string,
  facts: OpenGroup['facts'],
  inputs = 8,
  seen: OpenGroup['seen'] = {},
): OpenGroup {
  const choices = { hardware: ['h100'], spec: ['mtp'], gpus: null };
  return { folder, facts, inputs, choices, examples: [], supply: [], hints: [], seen };
}

const asked = (needed: readonly OpenGroup[], optional: readonly OpenGroup[] = []) =>
  questionsOf({ needed, optional }).map(
    ({ fact, folder, files, isNeeded }) => `${fact} ${folder} ${files}${isNeeded ? '' : ' open'}`,
  );

describe('what is asked', () => {
  test('is each fact once, of the folder that holds all files which need it', () => {
    const needed = [group('a/x', ['hardware', 'gpus']), group('a/y', ['hardware'], 3)];
    expect(asked(needed)).toEqual(['hardware a 11', 'gpus a/x 8']);
    expect(asked([group('a', ['gpus']), group('b', ['gpus'])])).toEqual(['gpus . 16']);
  });

  test('is not what rows may lack', () => {
    expect(asked([], [group('.', ['engine', 'spec', 'deployment'])])).toEqual([]);
  });

  test('is the way of speculating by folder, of those that did and of the others', () => {
    expect(asked([group('mtp', ['spec'])], [group('off', ['spec', 'engine'])])).toEqual([
      'spec mtp 8',
      'spec off 8 open',
    ]);
    expect(asked([group('.', ['spec'])])).toEqual(['spec . 8']);
  });

  test('is no way of speculating where both kinds lie together: an answer would be of both', () => {
    for (const [one, other] of [
      ['.', '.'],
      ['runs', 'runs/off'],
      ['.', 'off'],
    ] as const) {
      expect(asked([group(one, ['hardware', 'spec'])], [group(other, ['spec'])])).toEqual([
        `hardware ${one} 8`,
      ]);
    }
  });

  test('proposes what telemetry saw, where it saw the same of all files that lack it', () => {
    const seen = (...groups: readonly OpenGroup['seen'][]) =>
      questionsOf({
        needed: groups.map((of, i) => group(`${i}`, ['hardware', 'gpus'], 1, of)),
        optional: [],
      }).map((question) => question.seen);
    const h100 = { hardware: 'h100', gpus: '8' };
    expect(seen(h100)).toEqual(['h100', '8']);
    expect(seen(h100, h100)).toEqual(['h100', '8']);
    expect(seen(h100, { hardware: 'h200', gpus: '8' })).toEqual([null, '8']);
    expect(seen(h100, {})).toEqual([null, null]);
  });
});
