import type { Command } from 'commander';
import { csvColumnsText } from '../import/formats/csv-columns.ts';
import { print } from './terminal.ts';

/** `columns`: what a CSV for `import` can have. */
export function addColumns(program: Command): void {
  program
    .command('columns')
    .description('list the columns of a CSV that import reads, with unit and meaning')
    .addHelpText(
      'after',
      '\nA header to fill in:\n  npm run --silent data -- import --template > rows.csv',
    )
    .action(() => void print(csvColumnsText()));
}
