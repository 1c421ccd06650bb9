import type { Command } from 'commander';
import { curveQualities } from '../release/curve-quality.ts';
import type { CurveQuality } from '../release/curve-quality.ts';
import { loadData } from '../load/load.ts';
import { buildRelease } from '../release/release.ts';
import { withData } from './options.ts';

interface QualityCommandOptions {
  readonly data: string[];
  readonly all?: boolean;
  readonly json?: boolean;
}

/** `quality`: how much each curve rests on. */
export function addQuality(program: Command): void {
  withData(program.command('quality'))
    .description("list each sweep's knots, leave-one-out error and widest gap, worst first")
    .option('--all', 'all runs, not only the default one of each sweep key')
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      '\nThe error is the median relative error of predicting each inner knot from the others; it\nneeds four knots.\n\nExample:\n  npm run data -- quality --data imported',
    )
    .action(async ({ data, all, json }: QualityCommandOptions) => {
      const { manifest } = buildRelease(await loadData(data));
      const entries = manifest.sweeps.filter(({ isDefault }) => isDefault || all === true);
      const list = curveQualities(entries);
      process.stdout.write(json === true ? `${JSON.stringify(list, null, 2)}\n` : text(list));
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
