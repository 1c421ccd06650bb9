import { isKnown, questionOf, withKey } from './rank-question.ts';
import type { Question } from './rank-question.ts';

/** The question that a control asks for which holds another value by now. */
export function questionFromControl(
  question: Question,
  { name, value, type, form }: HTMLInputElement,
): Question {
  const boxes = form!.querySelectorAll<HTMLInputElement>(`[name="${name}"]:checked`);
  const text = type === 'checkbox' ? Array.from(boxes, (box) => box.value).join() : value.trim();
  return withKey(question, name, text);
}

/** The question that a link leads to, with the rows in front and the part of the chart as they are; `null` where the answer to it is not here. */
export function questionFromLink(
  { path, picked, zoom }: Question,
  origin: string,
  href: string,
): Question | null {
  const url = new URL(href);
  const asked = questionOf(url);
  if (url.origin !== origin || url.pathname !== path || !isKnown(asked)) return null;
  return { ...asked, picked, zoom: asked.keys['by'] ? null : zoom };
}
