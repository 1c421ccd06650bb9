import type { Notice } from '../../core/notice-facts.ts';
import type { Words } from '../words/words.ts';

/** The sentence of a notice, from its facts. */
export function noticeText({ code, facts }: Notice, { notices }: Pick<Words, 'notices'>): string {
  // the compiler does not see that the code picks both the sentence and its facts
  const say = notices.texts[code] as (known: typeof facts) => string;
  return say(facts);
}
