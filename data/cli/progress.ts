import { SingleBar } from 'cli-progress';
import { forTerminal } from './terminal.ts';

/** How far a long step is. */
interface Progress {
  /** @param total - `null` while it is not known */
  update(done: number, total: number | null): void;
  /** Ends the step; `result` stands after its name. */
  end(result?: string): void;
}

const LINE_EVERY_MS = 2000;

/**
 * Progress of one step on stderr, so that it never mixes with a result: a bar where someone looks
 * at a terminal, otherwise a line now and then.
 *
 * @param label - what is being done, e.g. `Importing`
 * @param unit - what is counted, e.g. `rows`
 */
export function startProgress(label: string, unit: string, stream = process.stderr): Progress {
  return stream.isTTY ? bar(label, unit, stream) : lines(label, unit, stream);
}

function bar(label: string, unit: string, stream: NodeJS.WriteStream): Progress {
  const format = (total: number | null) =>
    total === null ? `${label} {value} ${unit}` : `${label} {bar} {value}/{total} ${unit}`;
  let current: SingleBar | null = null;
  let drawnTotal: number | null = null;
  return {
    update(done, total) {
      if (current === null || total !== drawnTotal) {
        current?.stop();
        drawnTotal = total;
        current = new SingleBar({ format: format(total), stream, clearOnComplete: true });
        current.start(total ?? 0, done);
      }
      current.update(done);
    },
    end(result) {
      current?.stop();
      stream.write(forTerminal(`${label} ${result ?? 'done'}\n`));
    },
  };
}

function lines(label: string, unit: string, stream: NodeJS.WriteStream): Progress {
  let last = performance.now();
  return {
    update(done, total) {
      if (performance.now() - last < LINE_EVERY_MS) return;
      last = performance.now();
      stream.write(`${label} ${done}${total === null ? '' : `/${total}`} ${unit}\n`);
    },
    end: (result) => void stream.write(forTerminal(`${label} ${result ?? 'done'}\n`)),
  };
}
