import { TARGET } from '../src/core/limits.ts';
import { ALL_BUT, inFront, withToggled } from '../src/core/ranking/in-front.ts';
import type { UnpricedSide } from '../src/core/ranking/ranked-side.ts';
import type { RankFigure } from '../src/core/ranking/ranking-types.ts';
import { tickText } from '../src/view/format.ts';
import { sidesOf } from '../src/view/figure/rank-chart-document.ts';
import type { RankChartDocument } from '../src/view/figure/rank-chart-document.ts';
import { THEME_INSET } from '../src/view/embed/height.ts';
import { rankPlot } from '../src/view/figure/rank-plot.ts';
import type { RankPlot } from '../src/view/figure/rank-plot.ts';
import { rankPlotDrawn } from '../src/view/figure/rank-plot-svg.ts';
import { h } from '../src/view/markup/markup.ts';
import type { Markup } from '../src/view/markup/markup.ts';
import { rankFigure as words } from '../src/view/words/en/rank-figure.ts';
import { render } from './dom.ts';
import type { RankAnswer } from './rank-answer.ts';
import { rankMade } from './rank-made.ts';
import { nearestPoint, targetAt, zoomOf } from './rank-pointer.ts';
import type { Hit } from './rank-pointer.ts';
import {
  addressOf,
  answerAddress,
  curvesAddress,
  encoded,
  isKnown,
  leadersKey,
  questionOf,
  withKey,
} from './rank-question.ts';
import type { Question } from './rank-question.ts';
import { rankTableView, rankView } from './rank-view.ts';
import { elementStyles } from './styles.ts';
import { surroundings } from './surroundings.ts';

/** How long nothing changes before the server is asked for its sentences. */
const PAUSE_MS = 300;
const TIMEOUT_MS = 8000;
/** Rows that are drawn at first; those that are drawn after the ones in sight at a time, and when. */
const FIRST = 40;
const PART = 16;
const PART_MS = 16;
/** px that a drag covers at least */
const LEAST_DRAG = 8;
/** of what needs all points, or words that only pages have */
const PAGE_CONTROLS = '[name=x],[name^=y],[name=workload]';
/** px */
const HEIGHT = 440;

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
  #question: Question | null = null;
  /** the document on screen, and the address it was loaded from */
  #document: RankChartDocument | null = null;
  #sides: readonly UnpricedSide[] = [];
  #curves = '';
  #answer: RankAnswer | null = null;
  /** the last one, which may be of what was asked before */
  #said: RankAnswer | null = null;
  /** what `leaders` of the answer hold for */
  #leadersKey = '';
  #leaders: RankFigure['leaders'] = [];
  #ranking: RankFigure | null = null;
  #plot: RankPlot | null = null;
  #drawn: Markup | null = null;
  /** muted curves are drawn too, which take as long as all the rest */
  #isWhole = false;
  /** rows of the table as drawn last, by their place, and how many of them are current */
  #rows: Markup[] = [];
  #end = 0;
  /** what is drawn next may be what was put off: first muted curves, then rows part by part */
  #isTurn = false;
  #table: Markup | null = null;
  #hit: Hit | null = null;
  #brush: [number, number, number, number] | null = null;
  /** fingers on the chart, by their id */
  #fingers = new Map<number, readonly [x: number, y: number]>();
  #isDragged = false;
  #isQueued = false;
  #isNear = false;
  #pause = 0;
  #partPause = 0;
  #request = new AbortController();
  #width = 0;
  #nearObserver = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#start();
    },
    { rootMargin: '400px' },
  );
  #sizeObserver = new ResizeObserver(() => {
    if (this.#ranking && this.#width !== this.#root.firstElementChild!.clientWidth) {
      this.#queue(true);
    }
  });
  #onPop = () => this.#ask(questionOf(new URL(location.href)), null);

  constructor() {
    super();
    this.adoptedCallback();
    const root = this.#root;
    for (const type of ['change', 'input', 'click', 'keydown', 'dblclick'] as const) {
      root.addEventListener(type, (event) => this.#handle(event));
    }
    for (const type of ['down', 'move', 'up', 'cancel', 'leave']) {
      root.addEventListener(`pointer${type}`, (event) => this.#point(event as PointerEvent), true);
    }
    // two fingers are ours, one scrolls the page
    const take = (event: Event) => {
      if ((event as TouchEvent).touches.length > 1) event.preventDefault();
    };
    root.addEventListener('touchmove', take, { passive: false });
    root.addEventListener('touchstart', take, { passive: false });
    this.addEventListener('transitionend', () => this.#queue(true));
    render(root, [h('slot', null)]);
  }

  /** The ranking on screen; `null` before it is drawn. */
  get ranking(): RankFigure | null {
    return this.#ranking;
  }

  /** The address of what is on screen; `null` before it is drawn. */
  get link(): string | null {
    return this.#ranking && new URL(addressOf(this.#question!), this.#base).href;
  }

  get #base(): string {
    return new URL(this.getAttribute('src')!, document.baseURI).href;
  }

  get #isAddress(): boolean {
    return this.hasAttribute('address');
  }

  adoptedCallback(): void {
    this.#root.adoptedStyleSheets = elementStyles(this.ownerDocument);
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after || !this.isConnected || !this.#isNear) return;
    if (name === 'theme') this.#queue(true);
    else this.#start();
  }

  connectedCallback(): void {
    this.#sizeObserver.observe(this);
    if (this.#isAddress) addEventListener('popstate', this.#onPop);
    if (this.getAttribute('loading') === 'eager' || this.#ranking) this.#start();
    else this.#nearObserver.observe(this);
  }

  disconnectedCallback(): void {
    this.#nearObserver.disconnect();
    this.#sizeObserver.disconnect();
    removeEventListener('popstate', this.#onPop);
    this.#request.abort();
    clearTimeout(this.#pause);
    clearTimeout(this.#partPause);
  }

  #start(): void {
    this.#isNear = true;
    this.#nearObserver.disconnect();
    if (!this.getAttribute('src')) return this.#fail(null);
    const asked = this.#isAddress ? location.href : this.#base;
    this.#ask(questionOf(new URL(asked)), null);
  }

  /**
   * Takes over a question.
   *
   * @param step - what becomes of the page's address; `null` where the question is that
   */
  #ask(question: Question, step: 'push' | 'replace' | null): void {
    const address = addressOf(question);
    if (!isKnown(question)) {
      // the page of the server knows more than this script
      if (step) location.href = new URL(address, this.#base).href;
      else this.#fail(new RangeError(`${address}: a query key that this script does not know`));
      return;
    }
    this.#question = question;
    if (step === 'push') this.#record(step);
    const curves = new URL(curvesAddress(question), this.#base).href;
    if (curves === this.#curves) this.#settle(step);
    else void this.#load(curves, step);
  }

  async #load(curves: string, step: 'push' | 'replace' | null): Promise<void> {
    const isFirst = this.#ranking === null;
    this.#curves = ''; // until they are there: nobody asks for words meanwhile, which would end this
    this.#queue(); // what is on screen answers another question
    const signal = this.#newSignal();
    try {
      // where it says its own words they come with the curves, since nothing is to move after that
      const [document, answer] = await Promise.all([
        fetched(curves, signal) as Promise<RankChartDocument>,
        isFirst && !this.#isAddress ? this.#words(signal).catch(() => null) : null,
      ]);
      if (signal.aborted) return;
      if (document.version !== 1) throw new SyntaxError('not a chart document of version 1');
      this.#sides = sidesOf(document);
      this.#hit = null;
      this.#document = document;
      this.#curves = curves;
      this.#settle(step, answer);
      if (isFirst) this.#emit('load');
    } catch (error) {
      if (signal.aborted) return;
      // what is within it is of the question before, while the address is of this one
      if (this.#isAddress && !isFirst) location.reload();
      else this.#fail(error);
    }
  }

  /** Ends what is being asked for. */
  #newSignal(): AbortSignal {
    this.#request.abort();
    return (this.#request = new AbortController()).signal;
  }

  /** Makes and draws what is asked, and asks the server for its words, if they are not there, once it rests. */
  #settle(step: 'push' | 'replace' | null, answer: RankAnswer | null = null): void {
    const isFirst = this.#ranking === null;
    this.#say(answer);
    this.#make();
    if (isFirst) this.#draw();
    else this.#queue();
    if (step || !isFirst) this.#emit('change');
    clearTimeout(this.#pause);
    if (!answer) this.#pause = setTimeout(() => void this.#rest(step), isFirst ? 0 : PAUSE_MS);
  }

  #make(): void {
    this.#end = 0;
    const isLed = this.#leadersKey === leadersKey(this.#question!);
    this.#ranking = rankMade(
      this.#document!,
      this.#sides,
      this.#question!,
      isLed ? this.#leaders : [],
    );
    if (this.#isDragged && this.#plot) this.#moveTarget();
    else this.#plot = null;
  }

  /** The chart stays as it is but for its target, colours and labels with it. */
  #moveTarget(): void {
    const { at } = this.#ranking!;
    const target = at === null ? null : { at: this.#plot!.x(at), text: tickText(at) };
    this.#plot = { ...this.#plot!, target };
  }

  async #rest(step: 'push' | 'replace' | null): Promise<void> {
    const question = this.#question!;
    const { keys } = question;
    if (step === 'replace') this.#record(step);
    if (this.#isDragged || !this.#curves) return;
    const signal = this.#newSignal();
    try {
      const answer = await this.#words(signal);
      if (signal.aborted || keys !== this.#question!.keys) return; // rows in front change no word
      // rows do not follow from who leads where
      if (this.#leadersKey !== leadersKey(question)) {
        this.#ranking = { ...this.#ranking!, leaders: answer.leaders };
        this.#plot = null;
      }
      this.#say(answer);
      this.#queue();
      this.#emit('change');
    } catch (error) {
      if (!signal.aborted) this.#emit('error', error);
    }
  }

  #words(signal: AbortSignal): Promise<RankAnswer> {
    const address = new URL(answerAddress(this.#question!), this.#base).href;
    return fetched(address, signal) as Promise<RankAnswer>;
  }

  #say(answer: RankAnswer | null): void {
    this.#answer = answer;
    if (!answer) return;
    this.#said = answer;
    this.#leaders = answer.leaders;
    this.#leadersKey = leadersKey(this.#question!);
  }

  #fail(error: unknown): void {
    this.#ranking = null;
    this.#curves = '';
    render(this.#root, [h('slot', null)]);
    if (error) this.#emit('error', error);
  }

  /** @param isAnew - the chart too, as its place has changed */
  #queue(isAnew = false): void {
    if (isAnew) {
      this.#plot = null;
      this.#end = 0;
    }
    if (this.#isQueued) return;
    this.#isQueued = true;
    requestAnimationFrame(() => {
      this.#isQueued = false;
      if (this.isConnected && this.#ranking) this.#draw();
    });
  }

  #draw(): void {
    const r = this.#ranking!;
    const { picked, zoom, keys } = this.#question!;
    const content = this.#root.firstElementChild as HTMLElement;
    const { bottom, height } = content.getBoundingClientRect();
    this.#width = content.clientWidth;
    const theme = this.getAttribute('theme')?.match(/light|dark|system/)?.[0] ?? null;
    if (!this.#plot) {
      const width = (this.#width || 640) - (theme ? THEME_INSET : 0);
      this.#plot = rankPlot(r, { width, height: HEIGHT, zoom, front: picked }, words);
      this.#drawn = null;
      content.style.minHeight = '';
    }
    const plot = this.#plot;
    this.#drawPart(r, plot);
    const line = plot?.lines.find((one) => one.key === this.#hit?.key);
    if (!line) this.#hit = null;
    const row = line && r.rows.find(({ key }) => key === line.key);
    render(this.#root, [
      rankView({
        ranking: r,
        sources: this.#sides[0]?.sources ?? [],
        keys: encoded(keys),
        isPicked: inFront(picked),
        plot,
        drawn: this.#drawn,
        table: this.#table!,
        point: row ? { row, line, index: this.#hit!.index } : null,
        brush: this.#brush,
        isOpen: this.#root.querySelector('details')?.open,
        theme,
        own: [...this.querySelectorAll<HTMLSelectElement>(PAGE_CONTROLS)],
        isBusy: !this.#curves,
        said: this.#isAddress
          ? null
          : { link: this.link!, answer: this.#said, isBusy: !this.#answer },
        ...surroundings(this),
      }),
    ]);
    // room that the children take and the figure does not stays for now where its end is in sight
    const figure = this.#root.firstElementChild as HTMLElement;
    if (figure !== content && bottom < innerHeight) figure.style.minHeight = `${height}px`;
    this.#hideStale();
  }

  /** Rows that are still to be drawn anew say what was asked before: they are not to be seen. */
  #hideStale(): void {
    const body = this.#root.querySelector('tbody')!;
    const isStale = this.#end < body.rows.length;
    const place = (element: Element) => element.getBoundingClientRect();
    const height = isStale && place(body.rows[this.#end - 1]!).bottom - place(body).y;
    if (body.ariaBusy !== String(isStale)) body.ariaBusy = String(isStale);
    body.style.clipPath = isStale ? `inset(0 0 calc(100% - ${height}px))` : '';
  }

  /**
   * Chart and table, of which only a part is drawn anew: first what of the chart has colour and the
   * rows in sight, and what is left in turns of its own.
   */
  #drawPart(ranking: RankFigure, plot: RankPlot | null): void {
    const { picked, keys } = this.#question!;
    const { length } = ranking.rows;
    const from = this.#end;
    const isTurn = this.#isTurn;
    this.#isTurn = false;
    const isChart = plot && (!this.#drawn || (isTurn && !this.#isWhole));
    if (isChart) {
      const lines = plot.lines.filter(({ style }) => isTurn || style !== null);
      this.#isWhole = lines.length === plot.lines.length;
      this.#drawn = rankPlotDrawn({ ...plot, lines }, ranking, 'live', words);
    }
    if (!from || (isTurn && !isChart)) {
      const box = this.#root.querySelector('tbody')?.getBoundingClientRect();
      const inSight = box && ((innerHeight - box.y) / box.height) * this.#rows.length;
      const end = (this.#end = from ? from + PART : Math.max(Math.ceil(inSight!), 1) || FIRST);
      this.#rows.splice(length); // what is no longer there comes back in its turn
      this.#table = rankTableView(
        { ranking, keys: encoded(keys), isPicked: inFront(picked), plot },
        (i, make) => (i >= from && i < end ? (this.#rows[i] = make()) : this.#rows[i]),
      );
    }
    clearTimeout(this.#partPause);
    if (this.#end < length || (plot && !this.#isWhole)) {
      this.#partPause = setTimeout(() => {
        this.#isTurn = true;
        this.#queue();
      }, PART_MS);
    }
  }

  #handle(event: Event): void {
    if (!this.#ranking) return;
    const target = event.target as HTMLInputElement;
    const { type } = event;
    const link = target.closest('a');
    if (type === 'change') this.#change(target);
    else if (type === 'dblclick') {
      if (target.matches('.pad')) this.#view({ zoom: null });
    } else if (type === 'click' && link && !link.target) this.#follow(event as MouseEvent, link);
    else if (type === 'click' && target.matches('button')) this.#press(target.name);
    else if (type === 'keydown') this.#key(event as KeyboardEvent);
  }

  /** A control holds another value. */
  #change({ name, value, type, form }: HTMLInputElement): void {
    if (name === 'rows') return this.#pick(value);
    const boxes = form!.querySelectorAll<HTMLInputElement>(`[name="${name}"]:checked`);
    const text = type === 'checkbox' ? Array.from(boxes, (box) => box.value).join() : value.trim();
    this.#ask(withKey(this.#question!, name, text), 'push');
  }

  /** A link to this ranking asked otherwise is answered here. */
  #follow(event: MouseEvent, { href }: HTMLAnchorElement): void {
    const url = new URL(href);
    const isOwn =
      url.pathname === this.#question!.path && url.origin === new URL(this.#base).origin;
    if (!isOwn || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { picked, zoom } = this.#question!;
    const asked = questionOf(url);
    if (!isKnown(asked)) return;
    event.preventDefault();
    this.#ask({ ...asked, picked, zoom: asked.keys['by'] ? null : zoom }, 'push');
  }

  #press(name: string): void {
    if (name === 'whole') this.#view({ zoom: null });
    else if (name === 'all') this.#view({ picked: '' });
    else if (name) this.#pick(ALL_BUT);
  }

  /** A row comes to the front, or goes back. */
  #pick(key: string): void {
    this.#view({ picked: withToggled(this.#question!.picked, key) });
  }

  /** Changes what of the question moves no number. */
  #view(
    change: Partial<Pick<Question, 'picked' | 'zoom'>>,
    step: 'push' | 'replace' = 'push',
  ): void {
    this.#question = { ...this.#question!, ...change };
    this.#record(step);
    this.#queue(true);
    this.#emit('change');
  }

  #record(step: 'push' | 'replace'): void {
    if (this.#isAddress) history[`${step}State`](null, '', addressOf(this.#question!));
  }

  #key(event: KeyboardEvent): void {
    if (!this.#plot) this.#draw(); // of a change just before this
    if (!this.#plot) return;
    const target = event.target as HTMLElement;
    const { key } = event;
    const isTaken = target.matches('.handle')
      ? this.#keyOfTarget(key, event.shiftKey)
      : target.matches('.pad') && this.#keyOfChart(key);
    if (isTaken) event.preventDefault();
  }

  #keyOfTarget(key: string, isFast: boolean): boolean {
    const at = this.#ranking!.at!;
    const plot = this.#plot!;
    const step = isFast ? 10 : 1;
    const values: Readonly<Record<string, number>> = {
      ArrowLeft: at - step,
      ArrowDown: at - step,
      ArrowRight: at + step,
      ArrowUp: at + step,
      PageDown: at - 10,
      PageUp: at + 10,
      Home: targetAt(plot, plot.left),
      End: targetAt(plot, plot.right),
    };
    const isTaken = key in values;
    if (isTaken) this.#target(values[key]!);
    return isTaken;
  }

  /** Arrows walk along a curve and from curve to curve. */
  #keyOfChart(key: string): boolean {
    const { lines } = this.#plot!;
    const index = this.#hit?.index ?? -1;
    const line = lines.findIndex((one) => one.key === this.#hit?.key);
    const { key: own, knots } = lines.at(line)!; // the last one at first
    if (key === 'ArrowRight') {
      this.#look({ key: own, index: Math.min(index + 1, knots.length - 1) });
    } else if (key === 'ArrowLeft') this.#look({ key: own, index: Math.max(index - 1, 0) });
    else if (key === 'ArrowUp' || key === 'ArrowDown') {
      const other = lines[line + (key === 'ArrowUp' ? 1 : -1)] ?? lines.at(line)!;
      const x = knots[Math.max(index, 0)]!.x;
      const distances = other.knots.map((knot) => Math.abs(knot.x - x));
      this.#look({ key: other.key, index: distances.indexOf(Math.min(...distances)) });
    } else if (key === 'Enter' && this.#hit) this.#pick(own);
    else if (key === 'Escape') {
      this.#look(null);
      if (this.#question!.zoom) this.#view({ zoom: null });
    } else return false;
    return true;
  }

  #look(hit: Hit | null): void {
    this.#hit = hit;
    this.#queue();
  }

  /** @param value - tok/s/user */
  #target(value: number): void {
    const { min, max } = TARGET;
    const step = Math.max(this.#ranking!.at ?? 0, value) < 10 ? 10 : 1;
    const at = Math.min(Math.max(Math.round(value * step) / step, min), max);
    this.#isDragged = true;
    this.#ask(withKey(this.#question!, 'at', String(at)), 'replace');
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#drop(), PAUSE_MS);
  }

  /** The target is where it is meant to be. */
  #drop(): void {
    if (this.#fingers.size > 0) return;
    this.#isDragged = false;
    this.#queue(true);
    void this.#rest('replace');
  }

  #point(event: PointerEvent): void {
    if (!this.#plot) return;
    const target = event.target as HTMLElement;
    const stage = this.#root.querySelector('.stage');
    const { type, pointerId: id } = event;
    if (!stage) return;
    const box = stage.getBoundingClientRect();
    const at = [event.clientX - box.x, event.clientY - box.y] as const;
    if (target.matches('.handle')) {
      if (type === 'pointerdown') {
        target.setPointerCapture(id);
        this.#fingers.set(id, at);
      } else if (type === 'pointermove' && this.#fingers.has(id)) {
        this.#target(targetAt(this.#plot, at[0]));
      } else if (type !== 'pointermove' && this.#fingers.delete(id)) this.#drop();
      return;
    }
    if (!target.matches('.pad')) return;
    if (type === 'pointerdown') this.#pressChart(event, target, at);
    else if (type === 'pointermove') this.#move(event, at);
    else this.#lift(event, at);
  }

  #pressChart(event: PointerEvent, pad: HTMLElement, at: readonly [number, number]): void {
    if (event.button) return;
    this.#fingers.set(event.pointerId, at);
    if (event.pointerType !== 'touch') pad.setPointerCapture(event.pointerId);
    if (event.pointerType !== 'touch') this.#brush = [...at, ...at];
  }

  #move({ pointerId: id, pointerType }: PointerEvent, at: readonly [number, number]): void {
    const before = this.#fingers.get(id);
    if (before && this.#fingers.size === 2) return this.#pinch(id, before, at);
    if (before && this.#brush) {
      this.#brush = [this.#brush[0], this.#brush[1], ...at];
      this.#look(null);
    } else if (pointerType !== 'touch') this.#look(nearestPoint(this.#plot!, ...at));
  }

  /** What lies under each finger stays there. */
  #pinch(id: number, before: readonly [number, number], at: readonly [number, number]): void {
    const [other] = [...this.#fingers].flatMap(([key, place]) => (key === id ? [] : [place]));
    const { left, right, top, bottom } = this.#plot!;
    const apart = ([x, y]: readonly [number, number]) => Math.hypot(x - other![0], y - other![1]);
    const factor = Math.min(Math.max(apart(before) / Math.max(apart(at), 1), 0.5), 2);
    const [fixedX, fixedY] = other!;
    const around = (edge: number, fixed: number) => fixed + (edge - fixed) * factor;
    this.#fingers.set(id, at);
    const zoom = zoomOf(this.#plot!, [
      around(left, fixedX),
      around(bottom, fixedY),
      around(right, fixedX),
      around(top, fixedY),
    ]);
    this.#view({ zoom }, 'replace');
  }

  #lift({ pointerId: id, type, pointerType }: PointerEvent, at: readonly [number, number]): void {
    const brush = this.#brush;
    const isOurs = this.#fingers.delete(id);
    if (type === 'pointerleave' && !isOurs) {
      if (pointerType !== 'touch') this.#look(null);
      return;
    }
    if (type === 'pointerleave' && pointerType !== 'touch') return;
    this.#brush = null;
    if (!isOurs || type !== 'pointerup') return this.#queue();
    const [x, y, x2, y2] = brush ?? [...at, ...at];
    const isDrag = Math.abs(x2 - x) > LEAST_DRAG && Math.abs(y2 - y) > LEAST_DRAG;
    if (brush && isDrag) this.#view({ zoom: zoomOf(this.#plot!, brush) });
    else this.#look(nearestPoint(this.#plot!, ...at));
  }

  #emit(type: string, error?: unknown): void {
    const detail = { ranking: this.#ranking, link: this.link, answer: this.#answer, error };
    const event = { bubbles: true, composed: true, detail };
    this.dispatchEvent(new CustomEvent(`matchpoint-${type}`, event));
  }
}

/** @throws Error when there is no document: network, or status */
async function fetched(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, {
    credentials: 'omit',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  const { ok, status } = response;
  if (!ok) throw new Error(`${address}: HTTP ${status}`, { cause: status });
  return response.json();
}
