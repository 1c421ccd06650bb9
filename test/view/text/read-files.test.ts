import { expect, test } from 'vitest';
import { readFilesText } from '../../../src/view/text/read-files.ts';
import { en } from '../../../src/view/words/en/index.ts';

const filesOf = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ file: `run-${i + 1}.json` }));

test.each([
  { sources: [], text: null },
  { sources: [{}], text: null },
  { sources: [...filesOf(2), ...filesOf(2), {}], text: 'Read from run-1.json, run-2.json.' },
  {
    sources: filesOf(6),
    text: 'Read from run-1.json, run-2.json, run-3.json, run-4.json, run-5.json, run-6.json.',
  },
  {
    sources: filesOf(9),
    text: 'Read from run-1.json, run-2.json, run-3.json, run-4.json, run-5.json, run-6.json and 3 more.',
  },
])('result files are named each once, six of them: $text', ({ sources, text }) => {
  expect(readFilesText(sources, en.markdown)).toBe(text);
});
