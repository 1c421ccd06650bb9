import type { RankFigure } from '../src/core/ranking/ranking-types.ts';
import { liveRanking } from './rank-live.ts';
import { elementStyles } from './styles.ts';

/**
 * A live ranking of every configuration of a model. Shows its children until it is drawn, and again
 * if it cannot be.
 *
 * `custom-elements.json` and `matchpoint.d.ts`, which describe the element to others, are made from
 * what follows here.
 *
 * @tag matchpoint-rank
 *
 * @attr {string} src - The address of a ranking, with what is asked of it in its query
 * @attr {'auto' | 'light' | 'dark' | 'system'} theme - auto follows the color-scheme of the page, system that of the reader
 * @attr {'lazy' | 'eager'} loading - eager does not wait until the element is near the viewport
 * @attr {boolean | ''} address - The page's own address is the ranking's, and follows what the reader does
 *
 * @fires {CustomEvent<{ ranking: MatchpointRanking; link: string; answer: MatchpointRankingAnswer | null }>} matchpoint-load - Drawn
 * @fires {CustomEvent<{ ranking: MatchpointRanking; link: string; answer: MatchpointRankingAnswer | null }>} matchpoint-change - Changed by the reader; link is the address of what is on screen, answer what the server says of it in words, once it has
 * @fires {CustomEvent<{ error: unknown }>} matchpoint-error - Not drawn, or without the server's words
 *
 * @slot - Fallback: stays until the ranking is drawn
 *
 * @csspart figure - Everything
 * @csspart caption - What it is, the answer and who leads where, except on its own page
 * @csspart controls - What is asked
 * @csspart chart - The chart
 * @csspart handle - What a reader drags the target line by
 * @csspart actions - What can be done with picked rows
 * @csspart table - The table
 * @csspart notices - What is to be known of the figures, except on its own page
 * @csspart source - How ranks are told and where the figures are from, except on its own page
 *
 * @cssprop --matchpoint-side-1 - Colour of the first row that is told apart by one
 * @cssprop --matchpoint-side-2 - Colour of the second one
 * @cssprop --matchpoint-side-3 - Colour of the third one
 * @cssprop --matchpoint-side-4 - Colour of the fourth one
 * @cssprop --matchpoint-background - Colour of the page behind the chart; Canvas unless told otherwise
 * @cssprop --matchpoint-muted - Colour of what matters less
 * @cssprop --matchpoint-hairline - Colour of thin lines
 * @cssprop --matchpoint-panel - Colour of areas
 */
export class MatchpointRankElement extends HTMLElement {
  static readonly observedAttributes = ['src', 'theme', 'address'];

  #root = this.attachShadow({ mode: 'open' });
  #live = liveRanking(this, this.#root);
  #isNear = false;
  #nearObserver = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#start();
    },
    { rootMargin: '400px' },
  );
  #sizeObserver = new ResizeObserver(() => {
    if (this.ranking && this.#live.drawing.isResized()) this.#live.drawing.queue('all');
  });

  constructor() {
    super();
    this.adoptedCallback();
    this.addEventListener('transitionend', () => this.#live.drawing.queue('all'));
  }

  /** The ranking on screen; `null` before it is drawn. */
  get ranking(): RankFigure | null {
    return this.#live.asked.ranking;
  }

  /** The address of what is on screen; `null` before it is drawn. */
  get link(): string | null {
    return this.#live.link();
  }

  adoptedCallback(): void {
    this.#root.adoptedStyleSheets = elementStyles(this.ownerDocument);
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected || !this.#isNear) return;
    if (name === 'theme') this.#live.drawing.queue('all');
    else this.#start();
  }

  connectedCallback(): void {
    this.#sizeObserver.observe(this);
    if (this.hasAttribute('address')) addEventListener('popstate', this.#live.start);
    if (this.getAttribute('loading') === 'eager' || this.ranking) this.#start();
    else this.#nearObserver.observe(this);
  }

  disconnectedCallback(): void {
    this.#nearObserver.disconnect();
    this.#sizeObserver.disconnect();
    removeEventListener('popstate', this.#live.start);
    this.#live.end();
  }

  #start(): void {
    this.#isNear = true;
    this.#nearObserver.disconnect();
    this.#live.start();
  }
}
