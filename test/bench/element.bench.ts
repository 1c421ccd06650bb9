import { startRig } from '../browser/element-rig.ts';
import type { Bench } from './run.ts';

const FRAME_MS = 16;
const MOVES = 120;

/**
 * The element with four sides and five targets in Chromium: its first draw, and a target dragged at
 * a processor four times slower, from the reader's move to the end of layout.
 */
const element: Bench = async () => {
  const rig = await startRig();
  try {
    const source = 'HOST/compare/m/four/a-vs-b-vs-c-vs-d';
    const page = await rig.open(
      `<matchpoint-compare editable at="20,40,50,60,70" src="${source}"></matchpoint-compare>`,
    );
    const draws = await page.evaluate(
      async (address) => {
        const times: number[] = [];
        const { body } = document;
        const json = JSON.stringify(await (await fetch(address)).json());
        for (let i = 0; i < 21; i++) {
          const fresh = document.createElement('matchpoint-compare');
          fresh.setAttribute('at', '20,40,50,60,70');
          const inline = document.createElement('script');
          Object.assign(inline, { type: 'application/json', textContent: json });
          fresh.append(inline);
          const start = performance.now();
          body.prepend(fresh);
          await new Promise((done) => {
            fresh.addEventListener('matchpoint-load', done, { once: true });
          });
          fresh.getBoundingClientRect();
          times.push(performance.now() - start);
          fresh.remove();
        }
        return times;
      },
      `${source.replace('HOST', rig.host.origin)}.json`,
    );

    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const moves = await page.evaluate((count) => {
      const root = document.querySelector('matchpoint-compare')!.shadowRoot!;
      const slider = root.querySelectorAll<HTMLInputElement>('input[type=range]')[1]!;
      // The element draws in the next frame: here at once, so that nothing but its work is timed.
      const own = globalThis.requestAnimationFrame;
      let drawNow: FrameRequestCallback = () => {};
      globalThis.requestAnimationFrame = (draw) => {
        drawNow = draw;
        return 0;
      };
      const times = Array.from({ length: count }, (_, i) => {
        slider.value = String(22 + (i % 60));
        const start = performance.now();
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        drawNow(start);
        root.querySelector('figure')!.getBoundingClientRect();
        return performance.now() - start;
      });
      globalThis.requestAnimationFrame = own;
      return times;
    }, MOVES);
    return [
      { name: 'first draw, ms', ...quantile(draws, 0.5) },
      { name: 'dragged at 4x slowdown, median ms', ...quantile(moves, 0.5) },
      { name: 'dragged at 4x slowdown, slowest of 120 ms', ...quantile(moves, 1) },
    ];
  } finally {
    await rig.close();
  }
};

function quantile(times: readonly number[], share: number) {
  const sorted = times.toSorted((a, b) => a - b);
  const value = sorted[Math.floor((sorted.length - 1) * share)]!;
  return { value, limit: FRAME_MS, isMinimum: false };
}

export default element;
