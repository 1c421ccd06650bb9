import { describe, expect, test } from 'vitest';
import { doubtAbout } from '../../../data/import/doubtful-files.ts';
import { importRows } from '../../../data/import/import.ts';
import { reportText } from '../../../data/import/report.ts';
import { NAMES } from './rows.ts';
import { textInput } from './text-input.ts';

const CUT = 'cut off: it ends within its JSON';
const OTHER = 'of no format that is read';
const COLUMNS = /^a CSV whose columns have other names: say them with --map theirs=ours/;

describe('a file of no known format', () => {
  test.each([
    ['a.json', '', 'empty'],
    ['a.json', ' \n', 'empty'],
    ['a.json', '{"model": "x", "conc', CUT],
    ['a.json', '[{"a": 1},', CUT],
    ['a.jsonl', '{"a": NaN}\n{"b": 1}\n', OTHER],
    ['a.json', '{"a": NaN}', OTHER],
    ['a.json', '{"a": oops}', OTHER],
    ['a.yaml', 'load:\n  type: x\n', OTHER],
    ['experiment_metadata.json', '{}', null], // read with each result of its folder
    ['server.log', '{', null],
    ['gpu.csv', 'timestamp, index, utilization.gpu [%], power.draw [W]\n', null],
    ['scores.csv', 'model,accuracy\n', null],
    ['summary.csv', 'run_number,model_id,total_token_throughput\n', null],
  ])('%s of %j: %s', (name, sample, why) => {
    expect(doubtAbout(name, sample, true)).toBe(why);
  });

  test.each([
    'Model,GPU,Precision,users,TPOT (ms)',
    'model;accelerator;Tokens per second',
    'LLM model\tThroughput [tok/s]',
    'gpu,max_concurrency',
  ])('may be a table under other columns: %s', (header) => {
    expect(doubtAbout('table.csv', `${header}\n1,2\n`, true)).toMatch(COLUMNS);
    expect(doubtAbout('table.tsv.gz', `${header}\n1,2\n`, true)).toMatch(COLUMNS);
  });

  test('that goes on behind its beginning is not called cut off', () => {
    expect(doubtAbout('a.json', '{"model": "x", "conc', false)).toBe(OTHER);
  });

  test('is named in the report, with what to do about it', async () => {
    const files = { 'renamed.csv': 'Model,GPU,TPOT\nx,h100,1\n', 'part.json': '{"hw": "h1' };
    const inputs = Object.entries(files).map(([name, text]) => ({
      ...textInput(name, [text]),
      isFound: true,
    }));
    const said = reportText((await importRows(inputs, NAMES, { label: null })).report, false);
    expect(said).toContain(
      '  renamed.csv: a CSV whose columns have other names: say them with --map',
    );
    expect(said).toContain(`  part.json: ${CUT}\n`);
  });
});
