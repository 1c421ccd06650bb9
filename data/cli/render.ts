import { Command } from 'commander';
import { renderFiles } from '../render/render.ts';
import { buildRelease } from '../release/release.ts';
import { writeWhole } from '../write-files.ts';
import { runProgram } from './failure.ts';
import { chosenData, withData } from './options.ts';
import type { DataOptions } from './options.ts';
import { startProgress } from './progress.ts';
import { print } from './terminal.ts';

interface RenderOptions extends DataOptions {
  readonly out: string;
}

/** `npm run render -- <id>… --out DIR`: comparisons as files that need no server. */
const program = withData(new Command('npm run render --'))
  .description('Write comparisons as files that work from any web server, or opened from a disk.')
  .argument('<ids...>', 'comparison ids, or addresses of pages of comparisons and rankings')
  .requiredOption('-o, --out <dir>', 'where the files go')
  .addHelpText(
    'after',
    `
Examples:
  npm run render -- qwen-3-5/b300-fp4/mtp-vs-off --out pages
  npm run render -- '/compare/deepseek-r1/fp8-8k1k/b200-vs-mi300x?at=30,60&usd.b200=2.85' --out pages`,
  )
  .action(render);

async function render(ids: readonly string[], { out, ...chosen }: RenderOptions): Promise<void> {
  const release = buildRelease(await chosenData(chosen));
  const progress = startProgress('Rendering', 'files');
  let written = 0;
  const pages = await renderFiles(release, ids, {
    publishedAt: new Date().toISOString(),
    write: (file, content) => {
      written++;
      return writeWhole(`${out}/${file}`, content);
    },
    onFile: progress.update,
  });
  progress.end(`${written} files into ${out}`);
  print(`${pages.map((file) => `${out}/${file}`).join('\n')}\n`);
}

await runProgram(program);
