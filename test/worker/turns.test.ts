import { expect, test } from 'vitest';
import { Turns } from '../../src/http/turns.ts';
import { FakeClock } from './fake-clock.ts';

const nothing = async () => {};

/** Work that a test ends. */
function work() {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const of = (name: string) => async () => {
    started.push(name);
    await new Promise<void>((resolve) => ends.set(name, resolve));
    return name;
  };
  return { started, of, end: (name: string) => ends.get(name)!() };
}

/** Lets everything happen that is due. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => void setTimeout(resolve));
}

test('one at a time, in the order of asking; the fifth is turned away', async () => {
  const turns = new Turns(new FakeClock());
  const { started, of, end } = work();
  const takes = ['a', 'b', 'c', 'd'].map((name) => turns.take(nothing, of(name)));
  let fifth: unknown = 'waits';
  void turns.take(nothing, of('e')).then((given) => (fifth = given));
  await settled(); // rather than until it is given: in a longer queue it would wait for ever
  expect(fifth).toBeNull();
  for (const [i, name] of ['a', 'b', 'c', 'd'].entries()) {
    await settled();
    expect(started).toEqual(['a', 'b', 'c', 'd'].slice(0, i + 1));
    end(name);
  }
  expect(await Promise.all(takes)).toEqual(['a', 'b', 'c', 'd'].map((made) => ({ made })));
});

test('between two turns is a rest as long as the first one took, for others to be answered in', async () => {
  const clock = new FakeClock();
  const turns = new Turns(clock);
  const { started, of, end } = work();
  const first = turns.take(nothing, of('a'));
  const next = turns.take(nothing, of('b'));
  await settled();
  clock.nowMs = 300;
  end('a');
  await first;
  await settled();
  await clock.sleep(299);
  expect(started).toEqual(['a']);
  await clock.sleep(2);
  await settled();
  expect(started).toEqual(['a', 'b']);
  end('b');
  expect(await next).toEqual({ made: 'b' });
});

test('who is refused before or fails gives the turn up', async () => {
  const turns = new Turns(new FakeClock());
  const refuse = () => Promise.reject(new Error('refused'));
  const { of, end } = work();
  const first = turns.take(nothing, of('a'));
  const others = [turns.take(refuse, of('b')), turns.take(nothing, refuse)];
  for (const other of others) other.catch(() => null);
  await settled();
  end('a');
  await first;
  for (const other of others) await expect(other).rejects.toThrow('refused');
  const last = turns.take(nothing, of('d'));
  await settled();
  end('d');
  expect(await last).toEqual({ made: 'd' });
});

test('who waits too long is turned away, and whoever went away holds nobody up', async () => {
  const clock = new FakeClock();
  const turns = new Turns(clock);
  const { started, of, end } = work();
  void turns.take(nothing, of('gone'));
  const late = turns.take(nothing, of('late'));
  await clock.sleep(5_001);
  expect(await late).toBeNull();
  await clock.sleep(5_000);
  const next = turns.take(nothing, of('next'));
  await settled();
  expect(started).toEqual(['gone', 'next']);
  end('gone'); // after all
  end('next');
  expect(await next).toEqual({ made: 'next' });
});
