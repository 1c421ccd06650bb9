import { ALL_BUT, withToggled } from '../src/core/ranking/in-front.ts';
import { h } from '../src/view/markup/markup.ts';
import { render } from './dom.ts';
import { rankAsking } from './rank-asking.ts';
import type { Asked, Step } from './rank-asking.ts';
import { questionFromControl, questionFromLink } from './rank-choices.ts';
import { rankDrawing } from './rank-drawing.ts';
import { pointerIntent } from './rank-gestures.ts';
import type { ChartMarks, Intent } from './rank-gestures.ts';
import { chartKeyIntent, handleKeyIntent } from './rank-keys.ts';
import { addressOf, isKnown, questionOf } from './rank-question.ts';
import type { Question } from './rank-question.ts';

/** A ranking that is live within an element: what is asked, what is drawn, and what its reader does there. */
export function liveRanking(element: HTMLElement, root: ShadowRoot) {
  const asked: Asked = {
    question: null,
    ranking: null,
    sides: [],
    curves: '',
    answer: null,
    said: null,
  };
  const marks: ChartMarks = { hit: null, brush: null, fingers: new Map() };
  const drawing = rankDrawing(element, root, asked, marks, () =>
    isPage() ? null : { link: link()!, answer: asked.said, isBusy: !asked.answer },
  );
  const { parts } = drawing;
  const asking = rankAsking(asked, {
    absolute,
    isPage,
    isHeld: () => marks.fingers.size > 0,
    draw: drawing.queue,
    record(step) {
      if (isPage()) history[`${step}State`](null, '', addressOf(asked.question!));
    },
    emit,
    fail,
  });
  function absolute(path: string): string {
    return new URL(path, new URL(element.getAttribute('src')!, document.baseURI)).href;
  }

  /** The page's own address is the ranking's. */
  function isPage(): boolean {
    return element.hasAttribute('address');
  }

  function link(): string | null {
    return asked.ranking && absolute(addressOf(asked.question!));
  }

  /** Takes over a question, if this script knows what it means. */
  function ask(question: Question, step: Step): void {
    if (isKnown(question)) return asking.ask(question, step);
    const address = addressOf(question);
    // the page of the server knows more
    if (step) location.href = absolute(address);
    else fail(new RangeError(`${address}: a query key that this script does not know`));
  }

  function fail(error: unknown, isLate?: boolean): void {
    // what is within it is of the question before, while the address is of this one
    if (isPage() && isLate) return location.reload();
    asking.forget();
    render(root, [h('slot', null)]);
    if (error) emit('error', error);
  }

  function emit(type: string, error?: unknown): void {
    const { ranking, answer } = asked;
    const detail = { ranking, link: link(), answer, error };
    const event = { bubbles: true, composed: true, detail };
    element.dispatchEvent(new CustomEvent(`matchpoint-${type}`, event));
  }

  function handle(event: Event): void {
    const { ranking, question } = asked;
    if (!ranking) return;
    const target = event.target as HTMLInputElement;
    const { type } = event;
    const { name } = target;
    const anchor = target.closest('a');
    if (type === 'change') {
      if (name === 'rows') pick(target.value);
      else ask(questionFromControl(question!, target), 'push');
    } else if (type === 'dblclick') {
      if (target.matches('.pad')) asking.view({ zoom: null });
    } else if (type === 'click' && anchor && !anchor.target) follow(event as MouseEvent, anchor);
    else if (type === 'click' && target.matches('button')) {
      if (name === 'whole') asking.view({ zoom: null });
      else if (name === 'all') asking.view({ picked: '' });
      else if (name) pick(ALL_BUT);
    } else if (type === 'keydown') press(event as KeyboardEvent);
  }

  /** A link to this ranking asked otherwise is answered here. */
  function follow(event: MouseEvent, { href }: HTMLAnchorElement): void {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const question = questionFromLink(asked.question!, new URL(absolute('')).origin, href);
    if (!question) return;
    event.preventDefault();
    ask(question, 'push');
  }

  /** A row comes to the front, or goes back. */
  function pick(key: string): void {
    asking.view({ picked: withToggled(asked.question!.picked, key) });
  }

  function press(event: KeyboardEvent): void {
    if (!parts.plot) drawing.draw(); // of a change just before this
    const { plot } = parts;
    if (!plot) return;
    const target = event.target as HTMLElement;
    const { key, shiftKey } = event;
    const intent = target.matches('.handle')
      ? handleKeyIntent(plot, key, asked.ranking!.at!, shiftKey)
      : target.matches('.pad')
        ? chartKeyIntent(plot, key, marks.hit, asked.question!.zoom !== null)
        : null;
    if (!intent) return;
    event.preventDefault();
    act(intent);
  }

  function touch(event: PointerEvent): void {
    const { plot } = parts;
    const target = event.target as HTMLElement;
    const stage = root.querySelector('.stage');
    const isHandle = target.matches('.handle');
    if (!plot || !stage || !(isHandle || target.matches('.pad'))) return;
    const box = stage.getBoundingClientRect();
    const at = [event.clientX - box.x, event.clientY - box.y] as const;
    const intent = pointerIntent(marks, plot, event, at, isHandle, () =>
      target.setPointerCapture(event.pointerId),
    );
    if (intent) act(intent);
  }

  /** Does what a reader means. */
  function act({ target, isDropped, hit, zoom, isPassing, pick: row }: Intent): void {
    if (hit !== undefined) marks.hit = hit;
    if (target !== undefined) asking.moveTarget(target);
    else if (isDropped) asking.dropTarget();
    else if (row) pick(row);
    else if (zoom !== undefined) asking.view({ zoom }, isPassing ? 'replace' : 'push');
    else drawing.queue();
  }

  for (const type of ['change', 'click', 'keydown', 'dblclick']) {
    root.addEventListener(type, handle);
  }
  for (const type of ['down', 'move', 'up', 'cancel', 'leave']) {
    root.addEventListener(`pointer${type}`, touch as EventListener, true);
  }
  // two fingers are ours, one scrolls the page
  const take = (event: Event) => {
    if ((event as TouchEvent).touches.length > 1) event.preventDefault();
  };
  root.addEventListener('touchmove', take, { passive: false });
  root.addEventListener('touchstart', take, { passive: false });
  render(root, [h('slot', null)]);

  return {
    asked,
    link,
    drawing,
    start(): void {
      if (!element.getAttribute('src')) return fail(null);
      ask(questionOf(new URL(isPage() ? location.href : absolute(''))), null);
    },
    end(): void {
      drawing.end();
      asking.end();
    },
  };
}
