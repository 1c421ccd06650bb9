import type { Bench } from './run.ts';
import { median, workerOf } from './worker.ts';

const ROUNDS = 50;
const WARM_UP = 5;

/** A card drawn on demand against workers-og on the same element tree, in turns, in one workerd. */
const cards: Bench = async () => {
  const worker = await workerOf('test/worker/card-worker.ts');
  try {
    const times: Record<string, number[]> = { '/svg': [], '/png': [], '/workers-og': [] };
    const bytes: Record<string, number> = {};
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      for (const path of Object.keys(times)) {
        const start = performance.now();
        const response = await fetch(`${worker.url}${path}`);
        const body = await response.arrayBuffer();
        if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
        if (round >= 0) times[path]!.push(performance.now() - start);
        bytes[path] = body.byteLength;
      }
    }
    const printed = await fetch(`${worker.url}/printed`);
    const lines = Object.entries((await printed.json()) as Record<string, number>);
    const said = lines.map(([line, count]) => `${count} times "${line}"`).join(', ');
    const [svg, png, other] = Object.values(times).map(median) as [number, number, number];
    console.log(
      `  medians of ${ROUNDS}: SVG ${svg.toFixed(1)} ms, PNG ${png.toFixed(1)} ms, ` +
        `workers-og ${other.toFixed(1)} ms; bytes: SVG ${bytes['/svg']}, PNG ${bytes['/png']}, ` +
        `workers-og ${bytes['/workers-og']}`,
    );
    if (said !== '') console.log(`  workers-og printed ${said}`);
    return [
      { name: 'PNG on demand / workers-og', value: png / other, limit: 0.8, isMinimum: false },
      { name: 'PNG bytes', value: bytes['/png']!, limit: 60_000, isMinimum: false },
    ];
  } finally {
    await worker.stop();
  }
};

export default cards;
