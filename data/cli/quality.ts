import type { Command } from 'commander';
import { calibrationOf } from '../release/calibration.ts';
import type { Calibration } from '../release/calibration.ts';
import { curveQualities } from '../release/curve-quality.ts';
import type { CurveQuality } from '../release/curve-quality.ts';
import { buildRelease } from '../release/release.ts';
import { chosenData, withData } from './options.ts';
import type { DataOptions } from './options.ts';
import { print } from './terminal.ts';

interface QualityCommandOptions extends DataOptions {
  readonly all?: boolean;
  readonly json?: boolean;
}

/** `quality`: how much each curve rests on. */
export function addQuality(program: Command): void {
  withData(program.command('quality'))
    .description(
      "list each sweep's knots, leave-one-out error and widest gap, worst first, and what likely ranges are worth",
    )
    .option('--all', 'all runs, not only the default one of each sweep key')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      '\nThe error is the median relative error of predicting each inner knot from the others; it\nneeds four knots. Below the list stands how often a likely range held a\nmeasured value left out, and how often a leader was named and was the wrong one.\n\nExample:\n  npm run data -- quality --data imported',
    )
    .action(async ({ all, json, ...chosen }: QualityCommandOptions) => {
      const { sweeps: listed } = buildRelease(await chosenData(chosen));
      const entries = listed.filter(({ isDefault }) => isDefault || all === true);
      const sweeps = curveQualities(entries);
      const calibration = calibrationOf(listed);
      print(
        json === true
          ? `${JSON.stringify({ sweeps, calibration }, null, 2)}\n`
          : `${text(sweeps)}\n${calibrationText(calibration)}`,
      );
    });
}

function text(list: readonly CurveQuality[]): string {
  const lines = list.map(({ sweep, knots, leaveOneOutError: error, widestGap: gap }) => {
    const cells = [
      String(knots).padStart(5),
      (error === null ? '—' : `${(error * 100).toFixed(1)} %`).padStart(8),
      (gap === null ? '—' : `${gap.factor.toFixed(2)}× (${gap.left}–${gap.right})`).padEnd(32),
      sweep,
    ];
    return cells.join('  ');
  });
  const head = ['knots', '   error', 'widest gap (tok/s/user)'.padEnd(32), 'sweep'].join('  ');
  return `${[head, ...lines].join('\n')}\n`;
}

function calibrationText({ coverage: { values, inside, bias }, decisions }: Calibration): string {
  if (values === 0) return 'Likely ranges: no measured curve has four knots to try them on\n';
  const share = (part: number, all: number) =>
    all === 0 ? '—' : `${((100 * part) / all).toFixed(part / all < 0.01 ? 2 : 1)} %`;
  const lines = decisions.map(({ knots, pairs, ahead, level, open, wrong }) => {
    const cells = [ahead, level, open, wrong].map((part) => share(part, pairs).padStart(8));
    return [(knots === null ? 'all' : String(knots)).padStart(5), ...cells, ` of ${pairs}`].join(
      '  ',
    );
  });
  return [
    `Likely ranges: ${inside} of ${values} measured values left out lie inside ` +
      `(${share(inside, values)}), bias of the curve ${(100 * bias).toFixed(1)} %`,
    'Who leads, with so many knots kept of each curve:',
    ['knots', '   ahead', '   level', '    open', '   wrong'].join('  '),
    ...lines,
    '',
  ].join('\n');
}
