import type { Severity } from '../../core/notice-facts.ts';
import { h } from '../markup/markup.ts';
import type { Markup } from '../markup/markup.ts';
import type { Words } from '../words/words.ts';

/** Notices as the items of a list, each with a word for its severity before its sentence. */
export function noticeItems<N extends { readonly severity: Severity }>(
  notices: readonly N[],
  textOf: (notice: N) => string,
  { notices: { severity } }: Words,
): Markup[] {
  return notices.map((notice) =>
    h(
      'li',
      { class: notice.severity },
      h('b', null, severity[notice.severity]),
      ` ${textOf(notice)}`,
    ),
  );
}
