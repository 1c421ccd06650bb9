import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { FACTS_FILE } from '../facts-file.ts';
import { dimensions } from '../../src/view/words/en/dimensions.ts';
import { givenFacts } from '../import/given-facts.ts';
import type { Question } from '../import/questions.ts';
import type { Proposal } from '../import/proposals.ts';
import { printAside } from './terminal.ts';
import { writeWhole } from '../write-files.ts';

/** Somebody at a terminal who can be asked. */
interface Asker {
  /** the answer without blanks around; `null` where there comes none, as after Ctrl-D */
  ask(text: string): Promise<string | null>;
  close(): void;
}

/** A way to ask whoever sits at the terminal; `null` where nobody does, so that nothing waits for an answer. */
export function askerAtTerminal(): Asker | null {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<null>((resolve) => lines.once('close', () => resolve(null)));
  return {
    ask: async (text) => {
      printAside(`${text}\n`);
      return (await Promise.race([lines.question('> '), ended]))?.trim() ?? null;
    },
    close: () => lines.close(),
  };
}

/**
 * Asks the questions and writes what is answered into the file of facts of their folders, where later
 * imports find it. An empty answer leaves a fact open, `y` accepts what telemetry saw of it, and one that cannot be is
 * asked for again.
 *
 * @param root - the folder that was imported
 * @returns whether anything was answered
 */
export async function askFacts(
  asker: Asker,
  questions: readonly Question[],
  root: string,
): Promise<boolean> {
  const answers = new Map<string, Record<string, string | number>>();
  if (questions.length > 0) {
    printAside(
      `The files leave this open; answers are kept in a ${FACTS_FILE} beside them. Ctrl-D ends.\n`,
    );
  }
  for (const question of questions) {
    const answer = await answerTo(asker, question);
    if (answer === null) break;
    if (answer === '') continue;
    const { folder, fact } = question;
    const value = fact === 'gpus' ? Number(answer) : answer;
    answers.set(folder, { ...answers.get(folder), [fact]: value });
  }
  for (const [folder, facts] of answers) {
    const path = join(root, folder, FACTS_FILE);
    const text = await readFile(path, 'utf8').catch(() => '{}');
    const all = { ...(JSON.parse(text) as object), ...facts };
    await writeWhole(path, `${JSON.stringify(all, null, 2)}\n`);
    printAside(`wrote ${path}\n`);
  }
  return answers.size > 0;
}

async function answerTo(asker: Asker, question: Question): Promise<string | null> {
  for (;;) {
    const answer = await asker.ask(questionText(question));
    if (answer === null || answer === '') return answer;
    if (question.seen !== null && /^y(es)?$/i.test(answer)) return question.seen;
    try {
      givenFacts({ [question.fact]: answer }, 'that answer');
      return answer;
    } catch (error) {
      printAside(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
}

/** What is asked, for those who meet the name of the fact for the first time. */
const MEANINGS: Readonly<Record<string, string>> = {
  model: 'the model that was served',
  hardware: 'the kind of GPU that served',
  precision: 'of the weights',
  gpus: 'how many served the model together',
  spec: 'the way of speculative decoding',
  workload: 'tokens in and out of a request',
};

function questionText({ fact, folder, files, choices, seen, isNeeded }: Question): string {
  const count = `${files} ${files === 1 ? 'file' : 'files'}`;
  const where = folder === '.' ? count : `${count} in ${folder}/`;
  const means = MEANINGS[fact] === undefined ? '' : ` (${MEANINGS[fact]})`;
  const known = choices === null ? '' : `: ${choices.join(', ')}, or another`;
  const why = fact === 'spec' && isNeeded ? ', whose server speculated' : '';
  const proposed =
    seen === null ? '' : `; telemetry saw ${seen}, which need not be what served: y accepts it`;
  return `${fact} of ${where}${why}${means}${known}${proposed}${isNeeded ? '' : '; Enter leaves it open'}`;
}

/** Asks whether new names, at least one, may be written beside the sweeps; `--add` writes them unasked. */
export async function askProposals(asker: Asker, proposals: readonly Proposal[]): Promise<boolean> {
  const entries = proposals.map(({ dimension, line }) => {
    return `  ${dimension === 'model' ? 'model' : dimensions[dimension]}: ${line}`;
  });
  const answer = await asker.ask(
    `these names are not known yet, and rows that have them stay out:\n${entries.join('\n')}\n` +
      'add them beside the sweeps? (y, or Enter for no)',
  );
  const isAdding = /^y(es)?$/i.test(answer ?? '');
  if (!isAdding) {
    printAside(
      `not added; an answer that was mistyped stands in a ${FACTS_FILE} beside the files: correct it there\n`,
    );
  }
  return isAdding;
}
