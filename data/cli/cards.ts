import { Command, Option } from 'commander';
import { runProgram } from './failure.ts';
import { PNG } from 'pngjs';
import { THEME_NAMES } from '../../src/core/theme-names.ts';
import type { ThemeName } from '../../src/core/theme-names.ts';
import { cardPng, rendererVersions } from '../pictures/cards.ts';
import { chosenData, withData } from './options.ts';
import type { DataOptions } from './options.ts';
import { contactSheet } from '../pictures/contact-sheet.ts';
import { startProgress } from './progress.ts';
import { comparisonReader } from '../release/comparison.ts';
import { buildRelease } from '../release/release.ts';
import { writeWhole } from '../write-files.ts';

interface CardOptions extends DataOptions {
  readonly out: string;
  readonly theme: readonly ThemeName[];
  readonly scale: '1' | '2';
  readonly sheet: boolean;
}

/** `npm run cards -- <id>… --out DIR`: cards of comparisons as files. */
const program = withData(new Command('npm run cards --'))
  .description('Draw the cards of comparisons into PNG files.')
  .argument('[ids...]', 'comparison ids; every preset when none is given')
  .requiredOption('-o, --out <dir>', 'where the files go')
  .addOption(
    new Option('-t, --theme <themes...>', 'themes').choices(THEME_NAMES).default(THEME_NAMES),
  )
  .addOption(new Option('-s, --scale <scale>', 'pixels a unit').choices(['1', '2']).default('1'))
  .option('--sheet', 'also one sheet.png with all cards, small', false)
  .addHelpText('after', '\nExample:\n  npm run cards -- qwen-3-5/b300-fp4/mtp-vs-off --out cards')
  .action(drawCards);

async function drawCards(ids: readonly string[], options: CardOptions): Promise<void> {
  const built = buildRelease(await chosenData(options));
  const comparisonOf = comparisonReader(built, new Date().toISOString());
  const versions = await rendererVersions();
  const wanted = ids.length > 0 ? ids : built.manifest.catalog.presets.map(({ id }) => id);
  const progress = startProgress('Drawing', 'cards');
  const pictures: PNG[] = [];
  let drawn = 0;
  for (const id of wanted) {
    const comparison = comparisonOf(id);
    if (comparison === null) throw new Error(`comparison "${id}": fewer than two sides have data`);
    for (const theme of options.theme) {
      const scale = options.scale === '2' ? 2 : 1;
      const { png } = await cardPng(comparison, theme, scale, versions);
      await writeWhole(`${options.out}/${id.replaceAll('/', '__')}.${theme}.png`, png);
      if (options.sheet) pictures.push(PNG.sync.read(Buffer.from(png)));
      progress.update(++drawn, wanted.length * options.theme.length);
    }
  }
  if (options.sheet) await writeWhole(`${options.out}/sheet.png`, contactSheet(pictures));
  progress.end(`${drawn} cards into ${options.out}`);
}

await runProgram(program);
