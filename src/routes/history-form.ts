import type { History } from '../core/history/history-types.ts';
import type { Form } from '../form.ts';
import type { Ask } from '../http/route.ts';
import type { HistoryLinks } from '../view/history-links.ts';
import type { SiblingHistory } from '../view/page/history/history-page.ts';

/** A history with everything else that its forms show: the request, its links. */
interface HistoryAnswer {
  readonly ask: Ask;
  readonly history: History;
  readonly links: HistoryLinks;
  /** other configurations of its ranking that have earlier runs */
  readonly siblings: readonly SiblingHistory[];
}

/** A form of a history: `/history/<id><extension>`. */
export type HistoryForm = Form<HistoryAnswer>;
