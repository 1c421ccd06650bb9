import { inFront } from '../src/core/ranking/in-front.ts';
import { THEME_INSET } from '../src/view/embed/height.ts';
import { render } from './dom.ts';
import type { Asked } from './rank-asking.ts';
import type { ChartMarks } from './rank-gestures.ts';
import { rankParts } from './rank-parts.ts';
import type { Stale } from './rank-parts.ts';
import { encoded } from './rank-question.ts';
import { rankView } from './rank-view.ts';
import type { Said } from './rank-view.ts';
import { surroundings } from './surroundings.ts';

/** When the next part of what is long is drawn. */
const PART_MS = 16;
/** of what needs all points, or words that only pages have */
const PAGE_CONTROLS = '[name=x],[name^=y],[name=workload]';

/**
 * Draws a ranking into its element: once a frame, however much changes, and what takes long in parts.
 *
 * @param said - what the server says, where the page around does not
 */
export function rankDrawing(
  element: Element,
  root: ShadowRoot,
  asked: Asked,
  marks: ChartMarks,
  said: () => Said | null,
) {
  const { parts, expire, draw: drawPart } = rankParts();
  /** of the figure as it was drawn last, px */
  let width = 0;
  let isQueued = false;
  let isTurn = false;
  let turnTimer = 0;

  function queue(stale?: Stale, isAtOnce?: boolean): void {
    if (stale === 'load') marks.hit = null;
    if (stale) expire(stale, asked.ranking);
    if (isAtOnce) return draw();
    if (isQueued) return;
    isQueued = true;
    requestAnimationFrame(() => {
      isQueued = false;
      if (element.isConnected && asked.ranking) draw();
    });
  }

  function draw(): void {
    const r = asked.ranking!;
    const question = asked.question!;
    const content = root.firstElementChild as HTMLElement;
    const { bottom, height } = content.getBoundingClientRect();
    width = content.clientWidth;
    const theme = element.getAttribute('theme')?.match(/light|dark|system/)?.[0] ?? null;
    if (!parts.plot) content.style.minHeight = '';
    const inner = (width || 640) - (theme ? THEME_INSET : 0);
    const isLeft = drawPart(r, question, inner, isTurn, heightsInSight);
    isTurn = false;
    clearTimeout(turnTimer);
    if (isLeft) {
      turnTimer = setTimeout(() => {
        isTurn = true;
        queue();
      }, PART_MS);
    }
    const line = parts.plot?.lines.find((one) => one.key === marks.hit?.key);
    if (!line) marks.hit = null;
    const row = line && r.rows.find(({ key }) => key === line.key);
    render(root, [
      rankView({
        ranking: r,
        sources: asked.sides[0]?.sources ?? [],
        keys: encoded(question.keys),
        isPicked: inFront(question.picked),
        ...parts,
        point: row ? { row, line, index: marks.hit!.index } : null,
        brush: marks.brush,
        isOpen: root.querySelector('details')?.open,
        theme,
        own: [...element.querySelectorAll<HTMLSelectElement>(PAGE_CONTROLS)],
        isBusy: !asked.curves,
        said: said(),
        ...surroundings(element),
      }),
    ]);
    // room that the children take and the figure does not stays for now where its end is in sight
    const figure = root.firstElementChild as HTMLElement;
    if (figure !== content && bottom < innerHeight) figure.style.minHeight = `${height}px`;
    hideStale();
  }

  function heightsInSight(): number {
    const box = root.querySelector('tbody')?.getBoundingClientRect();
    return box ? (innerHeight - box.y) / box.height : NaN;
  }

  /** Rows that are still to be drawn anew say what was asked before: they are not to be seen. */
  function hideStale(): void {
    const body = root.querySelector('tbody')!;
    const isStale = parts.end < body.rows.length;
    const place = (part: Element) => part.getBoundingClientRect();
    const height = isStale && place(body.rows[parts.end - 1]!).bottom - place(body).y;
    if (body.ariaBusy !== String(isStale)) body.ariaBusy = String(isStale);
    body.style.clipPath = isStale ? `inset(0 0 calc(100% - ${height}px))` : '';
  }

  return {
    parts,
    /** Draws in the next frame. */
    queue,
    /** Draws at once. */
    draw,
    /** The figure has another width than it was drawn for. */
    isResized: () => width !== root.firstElementChild!.clientWidth,
    /** Nothing more is drawn, but what changes. */
    end: () => clearTimeout(turnTimer),
  };
}
