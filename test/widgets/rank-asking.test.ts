import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RankChartDocument } from '../../src/view/figure/rank-chart-document.ts';
import { rankAsking } from '../../widgets/rank-asking.ts';
import type { Asked } from '../../widgets/rank-asking.ts';
import { questionOf, withKey } from '../../widgets/rank-question.ts';
import { manyRankCurves } from '../many-rank-curves.ts';

const ORIGIN = 'https://a.example';
const PATH = '/rank/deepseek-r1/8k1k';
const CURVES = `${PATH}.chart.json`;
const WORDS = `${PATH}.json`;
/** longer than any pause */
const LONG_MS = 1000;

const curves: RankChartDocument = await manyRankCurves(6, 4);
const LEADERS = [{ from: 10, to: 20, row: curves.configurations.key[0]!, over: null }];
const words = { title: 'the words', leaders: LEADERS };

/** What was requested, and neither answered nor ended yet, in order. */
let open: { address: string; signal: AbortSignal; answer: (body: unknown) => Promise<void> }[];

/** Answers the oldest request for a document of this path, and lets what follows from it happen. */
async function answered(path: string, body: unknown): Promise<void> {
  const place = open.findIndex(({ address }) => address.split('?')[0] === path);
  if (place < 0) throw new Error(`${path}: not asked for, but ${open.map((one) => one.address)}`);
  await open.splice(place, 1)[0]!.answer(body);
}

beforeEach(() => {
  vi.useFakeTimers();
  open = [];
  vi.stubGlobal('fetch', (address: string, { signal }: { signal: AbortSignal }) => {
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => {
        open = open.filter((one) => one.signal !== signal);
        reject(signal.reason as Error);
      });
      open.push({
        address: address.replace(ORIGIN, ''),
        signal,
        async answer(body) {
          if (body instanceof Error) reject(body);
          else if (typeof body === 'number') resolve({ ok: false, status: body });
          else resolve({ ok: true, status: 200, json: () => Promise.resolve(body) });
          await vi.advanceTimersByTimeAsync(0);
        },
      });
    });
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** One who asks, and what it has told so far: `draw all`, `emit load`, `record push`. */
function asker({ isPage = true, isHeld = false } = {}) {
  const told: string[] = [];
  const asked: Asked = {
    question: null,
    ranking: null,
    sides: [],
    curves: '',
    answer: null,
    said: null,
  };
  const hand = { isHeld };
  const asking = rankAsking(asked, {
    absolute: (path) => ORIGIN + path,
    isPage: () => isPage,
    isHeld: () => hand.isHeld,
    draw: (stale, isFirst) => told.push(`draw ${stale ?? 'marks'}${isFirst ? ' at once' : ''}`),
    record: (step) => told.push(`record ${step}`),
    emit: (type, error) => told.push(error === undefined ? `emit ${type}` : `${type} ${error}`),
    fail: (error, isLate) => told.push(`fail ${isLate ? '' : 'first '}${String(error)}`),
  });
  const ask = (search: string, step: 'push' | 'replace' | null = null) => {
    asking.ask(questionOf(new URL(PATH + search, ORIGIN)), step);
  };
  return { asked, asking, ask, hand, told: () => told.splice(0) };
}

/** One with everything on screen that was asked for. */
async function rested(options?: Parameters<typeof asker>[0]) {
  const one = asker(options);
  one.ask('');
  await answered(CURVES, curves);
  await vi.advanceTimersByTimeAsync(LONG_MS);
  await answered(WORDS, words);
  one.told();
  return one;
}

describe('the first question', () => {
  test('on its own page: curves are drawn at once, and then the words come', async () => {
    const { asked, ask, told } = asker();
    ask('?at=60');
    expect(open.map(({ address }) => address)).toEqual([CURVES]);
    expect([asked.ranking, told()]).toEqual([null, ['draw marks']]);
    await answered(CURVES, curves);
    expect(asked.ranking!.at).toBe(60);
    expect([asked.sides.length, asked.curves]).toEqual([6, ORIGIN + CURVES]);
    expect(told()).toEqual(['draw load at once', 'emit load']);
    expect(open.map(({ address }) => address)).toEqual([`${WORDS}?at=60`]);
    await answered(WORDS, words);
    expect([asked.answer, asked.said]).toEqual([words, words]);
    expect(asked.ranking!.leaders).toEqual(LEADERS);
    expect(told()).toEqual(['draw chart', 'emit change']);
  });

  test('elsewhere both are there before anything is drawn, and no more is asked', async () => {
    const { asked, ask, told } = asker({ isPage: false });
    ask('');
    expect(open.map(({ address }) => address)).toEqual([CURVES, WORDS]);
    await answered(CURVES, curves);
    expect(asked.ranking).toBeNull();
    await answered(WORDS, words);
    expect([asked.answer, asked.ranking!.leaders]).toEqual([words, LEADERS]);
    expect(told()).toEqual(['draw marks', 'draw load at once', 'emit load']);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(open).toEqual([]);
  });

  test('elsewhere without words it is drawn all the same, and they are asked for once more', async () => {
    const { asked, ask, told } = asker({ isPage: false });
    ask('');
    await answered(WORDS, 500);
    await answered(CURVES, curves);
    expect([asked.answer, told()]).toEqual([
      null,
      ['draw marks', 'draw load at once', 'emit load'],
    ]);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    await answered(WORDS, new TypeError('no network'));
    expect(told()).toEqual(['error TypeError: no network']);
  });

  test.each([
    [new TypeError('no network'), 'TypeError: no network'],
    [404, `Error: ${ORIGIN}${CURVES}: HTTP 404`],
    [{ ...curves, version: 2 }, 'SyntaxError: not a chart document of version 1'],
  ])('without curves there is nothing: %#', async (body, error) => {
    const { asked, ask, told } = asker();
    ask('');
    await answered(CURVES, body);
    expect([asked.ranking, told()]).toEqual([null, ['draw marks', `fail first ${error}`]]);
  });
});

describe('another question', () => {
  test('of the same curves is made at once; its words are asked for after a pause', async () => {
    const { asked, ask, told } = await rested();
    ask('?by=throughput', 'push');
    expect([asked.ranking!.by, asked.answer, asked.said]).toEqual(['throughput', null, words]);
    expect(told()).toEqual(['record push', 'draw all', 'emit change']);
    await vi.advanceTimersByTimeAsync(299);
    expect(open).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(open.map(({ address }) => address)).toEqual([`${WORDS}?by=throughput`]);
  });

  test('asked before the pause is over is the only one that words are asked for', async () => {
    const { ask } = await rested();
    ask('?by=throughput', 'push');
    await vi.advanceTimersByTimeAsync(200);
    ask('?by=energy', 'push');
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(open.map(({ address }) => address)).toEqual([`${WORDS}?by=energy`]);
  });

  test('shows who leads where only what that follows from is the same', async () => {
    const { asked, ask } = await rested();
    ask('?at=70', 'push');
    expect(asked.ranking!.leaders).toEqual(LEADERS);
    ask('?by=throughput', 'push');
    expect(asked.ranking!.leaders).toEqual([]);
    ask('?at=80', 'push');
    expect(asked.ranking!.leaders).toEqual(LEADERS);
  });

  test('whose leaders are there draws nothing of the chart anew when its words come', async () => {
    const { ask, told } = await rested();
    ask('?at=70', 'push');
    await vi.advanceTimersByTimeAsync(LONG_MS);
    told();
    await answered(WORDS, words);
    expect(told()).toEqual(['draw marks', 'emit change']);
  });

  test('of other curves leaves what is there until they come, and asks for no words meanwhile', async () => {
    const { asked, ask, told } = await rested();
    ask('?by=energy', 'push');
    ask('?ttft=2', 'push');
    expect([asked.curves, asked.ranking!.by]).toEqual(['', 'energy']);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(open.map(({ address }) => address)).toEqual([`${CURVES}?ttft=2`]);
    told();
    await answered(`${CURVES}`, curves);
    expect([asked.ranking!.ttftLimit, told()]).toEqual([2, ['draw load', 'emit change']]);
  });

  test('whose curves do not come fails, though there is something on screen', async () => {
    const { asked, ask, told } = await rested();
    ask('?ttft=2', 'push');
    told();
    await answered(CURVES, 503);
    expect(told()).toEqual([`fail Error: ${ORIGIN}${CURVES}?ttft=2: HTTP 503`]);
    expect(asked.curves).toBe('');
  });

  test('whose curves are read when the next is asked already is not taken', async () => {
    const { asked, ask, told } = await rested();
    ask('?ttft=2', 'push');
    let read = (_: unknown) => {};
    await answered(CURVES, new Promise((resolve) => (read = resolve)));
    ask('?ttft=3', 'push');
    told();
    read(curves);
    await vi.advanceTimersByTimeAsync(0);
    expect([asked.curves, told()]).toEqual(['', []]);
  });

  test('elsewhere too asks for words once its curves are there, and it rests', async () => {
    const { ask } = await rested({ isPage: false });
    ask('?ttft=2', 'push');
    expect(open.map(({ address }) => address)).toEqual([`${CURVES}?ttft=2`]);
  });

  test('ends what was asked before: its curves and its words are not taken', async () => {
    const { asked, ask, told } = await rested();
    ask('?ttft=2', 'push');
    const [first] = open;
    ask('?ttft=3', 'push');
    expect(first!.signal.aborted).toBe(true);
    told();
    await first!.answer(curves);
    expect([asked.curves, told()]).toEqual(['', []]);
  });

  test('asked after words were, before they came: they are not taken', async () => {
    const { asked, ask, told } = await rested();
    ask('?at=70', 'push');
    await vi.advanceTimersByTimeAsync(LONG_MS);
    ask('?at=80', 'push');
    told();
    await answered(WORDS, { ...words, title: 'of 70' });
    expect([asked.answer, asked.said, told()]).toEqual([null, words, []]);
  });

  test('of rows in front is none: words that were asked for are taken', async () => {
    const { asked, asking, ask, told } = await rested();
    ask('?at=70', 'push');
    await vi.advanceTimersByTimeAsync(LONG_MS);
    told();
    asking.view({ picked: 'a' });
    expect([asked.question!.picked, told()]).toEqual([
      'a',
      ['record push', 'draw all', 'emit change'],
    ]);
    const own = { ...words, title: 'of 70' };
    await answered(WORDS, own);
    expect(asked.answer).toBe(own);
  });
});

describe('a target that is dragged', () => {
  test('is on screen at once; its address and its words follow when it rests', async () => {
    const { asked, asking, told } = await rested();
    asking.moveTarget(71.4);
    asking.moveTarget(72.4);
    expect(asked.question!.keys).toEqual({ at: '72' });
    expect(asked.ranking!.at).toBe(72);
    expect(told()).toEqual(['draw target', 'emit change', 'draw target', 'emit change']);
    await vi.advanceTimersByTimeAsync(299);
    expect([told(), open]).toEqual([[], []]);
    await vi.advanceTimersByTimeAsync(1);
    expect(told()).toEqual(['draw all', 'record replace']);
    expect(open.map(({ address }) => address)).toEqual([`${WORDS}?at=72`]);
  });

  test('rests nowhere as long as it is held', async () => {
    const { asking, hand, told } = await rested();
    hand.isHeld = true;
    asking.moveTarget(72);
    told();
    await vi.advanceTimersByTimeAsync(LONG_MS);
    asking.dropTarget();
    expect([told(), open]).toEqual([[], []]);
    hand.isHeld = false;
    asking.dropTarget();
    expect(told()).toEqual(['draw all', 'record replace']);
    expect(open.map(({ address }) => address)).toEqual([`${WORDS}?at=72`]);
  });

  test('while curves are on their way rests once they are there', async () => {
    const { asking, ask, told } = await rested();
    ask('?ttft=2', 'push');
    asking.moveTarget(72);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    told();
    await answered(CURVES, curves);
    expect(told()).toEqual(['draw load', 'emit change']);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(told()).toEqual(['draw all', 'record replace']);
    expect(open.map(({ address }) => address)).toEqual([`${WORDS}?at=72&ttft=2`]);
  });

  test('while curves are on their way, and held until after them, asks for no words before it is dropped', async () => {
    const { asking, ask, hand } = await rested();
    hand.isHeld = true;
    ask('?ttft=2', 'push');
    asking.moveTarget(72);
    await answered(CURVES, curves);
    await vi.advanceTimersByTimeAsync(LONG_MS);
    expect(open).toEqual([]);
  });

  test('takes the place of a limit of the cost', async () => {
    const { asked, asking, ask } = await rested();
    ask('?cost=1', 'push');
    asking.moveTarget(72);
    expect(asked.question!.keys).toEqual({ at: '72' });
  });
});

test('one that has ended asks for nothing more', async () => {
  const { asked, asking, ask, told } = await rested();
  ask(`?${new URLSearchParams(withKey(asked.question!, 'by', 'energy').keys as never)}`, 'push');
  asking.end();
  told();
  await vi.advanceTimersByTimeAsync(LONG_MS);
  expect([open, told()]).toEqual([[], []]);
  ask('?ttft=2', 'push');
  const [request] = open;
  asking.end();
  expect(request!.signal.aborted).toBe(true);
});

test('after nothing could be drawn the next question is a first one again', async () => {
  const { asked, asking, ask, told } = await rested();
  asking.forget();
  expect([asked.ranking, asked.curves]).toEqual([null, '']);
  ask('');
  await answered(CURVES, curves);
  expect(told()).toEqual(['draw marks', 'draw load at once', 'emit load']);
});
