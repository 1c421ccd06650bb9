import { describe, expect, test } from 'vitest';
import { pointerIntent } from '../../widgets/rank-gestures.ts';
import type { ChartMarks, Intent } from '../../widgets/rank-gestures.ts';
import { targetAt, zoomOf } from '../../widgets/rank-pointer.ts';
import { LINEAR, plotWith } from './plots.ts';

const plot = plotWith(LINEAR, [
  [100, 100],
  [200, 60],
]);
const FIRST = { key: 'a', index: 0 };
const SECOND = { key: 'a', index: 1 };

/** `mouse down 100 100`: a pointer, what it does, and where; `touch2` is a second finger. */
const STEP = /^(mouse|right|pen|touch\d?|handle2?|righthandle) (\w+) (\d+) (\d+)$/;

/** What the last of some steps means, what is marked after it, and which pointers were held. */
function after(...steps: readonly string[]) {
  const marks: ChartMarks = { hit: null, brush: null, fingers: new Map() };
  const held: string[] = [];
  let intent: Intent | null = null;
  for (const step of steps) {
    const [, who, what, x, y] = STEP.exec(step)!;
    const isHandle = who!.includes('handle');
    const facts = {
      type: `pointer${what}`,
      pointerId: Number(/\d/.exec(who!) ?? 1),
      pointerType: isHandle || who === 'right' ? 'mouse' : who!.replace(/\d/, ''),
      button: who!.startsWith('right') ? 2 : 0,
    };
    const at = [Number(x), Number(y)] as const;
    intent = pointerIntent(marks, plot, facts, at, isHandle, () => held.push(who!));
    // as its element does
    if (intent?.hit !== undefined) marks.hit = intent.hit;
  }
  return { intent, marks, held, isHeld: marks.fingers.size > 0 };
}

describe('on the handle of the target line', () => {
  test('a press alone moves nothing, and is held', () => {
    const { intent, held, isHeld } = after('handle down 150 40');
    expect([intent, held, isHeld]).toEqual([null, ['handle'], true]);
  });

  test('a drag is a target where the pointer is', () => {
    expect(after('handle down 150 40', 'handle move 210 300').intent).toEqual({
      target: targetAt(plot, 210),
    });
  });

  test('any button drags it', () => {
    expect(after('righthandle down 150 40', 'righthandle move 210 40').intent).not.toBeNull();
  });

  test('a pointer that is not down is none', () => {
    expect(after('handle move 210 40').intent).toBeNull();
    expect(after('handle up 210 40').intent).toBeNull();
    expect(after('handle leave 210 40').intent).toBeNull();
  });

  test.each(['up', 'cancel'])('%s drops it, once', (end) => {
    const drop = after('handle down 150 40', `handle ${end} 150 40`);
    expect([drop.intent, drop.isHeld]).toEqual([{ isDropped: true }, false]);
    const twice = after('handle down 150 40', `handle ${end} 150 40`, 'handle leave 150 40');
    expect(twice.intent).toBeNull();
  });

  test('with two fingers it is held until both are gone', () => {
    const downs = ['handle down 150 40', 'handle2 down 160 40'];
    expect(after(...downs, 'handle up 150 40').isHeld).toBe(true);
    expect(after(...downs, 'handle up 150 40', 'handle2 up 150 40').isHeld).toBe(false);
  });
});

describe('a mouse on the chart', () => {
  test('looks at the point that it is near, and at none once it has left', () => {
    expect(after('mouse move 103 98').intent).toEqual({ hit: FIRST });
    expect(after('mouse move 103 98', 'mouse move 400 200').intent).toEqual({ hit: null });
    expect(after('mouse move 103 98', 'mouse leave 103 98').marks.hit).toBeNull();
  });

  test('drags out a part, while it looks at no point', () => {
    const drag = after('mouse move 103 98', 'mouse down 90 40', 'mouse move 190 90');
    expect(drag.intent).toEqual({ hit: null });
    expect(drag.marks.brush).toEqual([90, 40, 190, 90]);
    expect(drag.held).toEqual(['mouse']);
  });

  test('zooms into what it has dragged out, and marks it no more', () => {
    const { intent, marks, isHeld } = after(
      'mouse down 90 40',
      'mouse move 150 80',
      'mouse move 190 90',
      'mouse up 190 90',
    );
    expect(intent).toEqual({ zoom: zoomOf(plot, [90, 40, 190, 90]) });
    expect([marks.brush, isHeld]).toEqual([null, false]);
  });

  test.each([
    ['to the side', 'mouse move 190 48'],
    ['down', 'mouse move 98 90'],
  ])('hardly moved %s it has not dragged but looks at what it is over', (_, move) => {
    const { intent } = after('mouse down 90 40', move, 'mouse up 197 62');
    expect(intent).toEqual({ hit: SECOND });
  });

  test('that leaves while it drags goes on dragging', () => {
    const left = after('mouse down 90 40', 'mouse move 190 90', 'mouse leave 190 90');
    expect([left.intent, left.marks.brush]).toEqual([null, [90, 40, 190, 90]]);
  });

  test('interrupted, it drops what it has dragged out, and zooms into nothing', () => {
    const { intent, marks } = after('mouse down 90 40', 'mouse move 190 90', 'mouse cancel 190 90');
    expect([intent, marks.brush]).toEqual([{}, null]);
  });

  test('with another than its main button does nothing', () => {
    const { intent, marks, held, isHeld } = after('right down 90 40');
    expect([intent, marks.brush, held, isHeld]).toEqual([null, null, [], false]);
  });
});

describe('fingers on the chart', () => {
  test('one taps a point; on its way it looks at none and marks nothing', () => {
    const moved = after('touch down 103 98', 'touch move 120 90');
    expect([moved.intent, moved.marks.brush, moved.held]).toEqual([null, null, []]);
    expect(after('touch down 103 98', 'touch up 103 98').intent).toEqual({ hit: FIRST });
  });

  test('the point that was tapped stays when the finger is gone', () => {
    const { intent, marks } = after('touch down 103 98', 'touch up 103 98', 'touch leave 103 98');
    expect([intent, marks.hit]).toEqual([null, FIRST]);
  });

  test('one that scrolls the page away means nothing', () => {
    expect(after('touch down 103 98', 'touch cancel 103 60').intent).toEqual({});
  });

  test('of two, what lies under each stays there', () => {
    const downs = ['touch down 150 100', 'touch2 down 250 100'];
    const { intent } = after(...downs, 'touch2 move 350 100');
    // twice as far apart: half of the chart, around the finger that rests
    expect(intent).toEqual({ zoom: zoomOf(plot, [100, 160, 300, 60]), isPassing: true });
    const further = after(...downs, 'touch2 move 350 100', 'touch2 move 450 100');
    // from 200 px apart to 300
    const edges = [50, 220, 450, 20].map((edge, i) => {
      const fixed = i % 2 === 0 ? 150 : 100;
      return fixed + (edge - fixed) * (200 / 300);
    }) as [number, number, number, number];
    expect(further.intent).toEqual({ zoom: zoomOf(plot, edges), isPassing: true });
  });

  test('two at one place, or far apart at once, zoom no more than twofold a step', () => {
    const downs = ['touch down 150 100', 'touch2 down 151 100'];
    expect(after(...downs, 'touch2 move 450 100').intent!.zoom).toEqual(
      zoomOf(plot, [100, 160, 300, 60]),
    );
    expect(after(...downs, 'touch2 move 150 100').intent!.zoom).not.toBeNull();
  });

  test('one that is left of two scrolls again', () => {
    const downs = ['touch down 150 100', 'touch2 down 250 100', 'touch2 cancel 250 100'];
    expect(after(...downs, 'touch move 200 100').intent).toBeNull();
  });
});
