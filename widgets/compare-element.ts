import { middleRead, shortAnswer } from '../src/view/figure/short-answer.ts';
import { h } from '../src/view/markup/markup.ts';
import { comparisonCsv } from '../src/view/text/csv.ts';
import type { ComparisonDocument } from '../src/view/text/json.ts';
import { element as words } from '../src/view/words/en/element.ts';
import { figure as figureWords } from '../src/view/words/en/figure.ts';
import { documentAddress, editedAddress } from './addresses.ts';
import { chartBackground } from './chart.ts';
import { settingsFromControl, siblingsOf } from './controls.ts';
import type { Control } from './controls.ts';
import { render } from './dom.ts';
import { withPrices, withTargets } from './edited.ts';
import { figure } from './figure.ts';
import type { Message } from './figure-state.ts';
import { layoutOf } from './layout.ts';
import { checkedDocument, isFinal, loadDocument } from './load.ts';
import {
  FAILED,
  WAITING,
  chosen,
  failed,
  loaded,
  near,
  refreshed,
  removed,
  want,
} from './loading-state.ts';
import { memoizeLast } from './memoize-last.ts';
import { saveCsv } from './save-csv.ts';
import { ascending, parseTargets } from './settings.ts';
import type { Settings } from './settings.ts';
import { SettingsElement } from './settings-element.ts';
import { elementStyles } from './styles.ts';
import { surroundings } from './surroundings.ts';
import { turn } from './turns.ts';

/** How long a reader changes nothing before it counts as a pause. */
const PAUSE_MS = 700;
const COPIED_MS = 2000;
/** Longer than a frame takes. */
const FRAME_MS = 100;

/**
 * A live comparison of LLM inference benchmarks. Shows its children until it is drawn, and again if
 * it cannot be.
 *
 * `custom-elements.json` and `matchpoint.d.ts`, which describe the element to others, are made from
 * what follows here. What happens when is in `loading-state.ts`; the class connects it with the page.
 *
 * @tag matchpoint-compare
 *
 * @attr {string} src - A comparison address, or any document of one that ends in .json
 * @attr {string} view - chart, table, card, in any order; both chart and table unless told otherwise
 * @attr {string} at - 1 to 5 targets in tok/s/user, joined with commas: 93,124,154
 * @attr {string} metrics - throughput, cost, mw, concurrency, ttft; all unless told otherwise
 * @attr {string} tier - Price tier of the rate card: hyperscaler, neocloud, rental or one of its own
 * @attr {string} usd - Own $/GPU-hr: 2.85 for all sides, or by hardware b300=2.85 h200=1.9
 * @attr {string} util - Share of the time that the GPUs are busy, over 0 and up to 1
 * @attr {string} rates - Id of a rate card
 * @attr {string} release - Id of a release, which pins the data
 * @attr {'auto' | 'light' | 'dark' | 'system'} theme - auto follows the color-scheme of the page, system that of the reader
 * @attr {'lazy' | 'eager'} loading - eager does not wait until the element is near the viewport
 * @attr {boolean} editable - Readers may change targets, prices and the axis of the chart
 * @attr {string} lang - Of the page around; the figure is in English, the one language there is, and says so
 *
 * @fires {CustomEvent<{ comparison: MatchpointDocument; link: string }>} matchpoint-load - Drawn
 * @fires {CustomEvent<{ comparison: MatchpointDocument; link: string }>} matchpoint-change - Changed by the reader; link is the address of what is on screen
 * @fires {CustomEvent<{ error: unknown }>} matchpoint-error - Not drawn, or not refreshed
 *
 * @slot - Fallback: stays until the comparison is drawn. A script of type application/json among it is the document itself.
 *
 * @csspart figure - Everything
 * @csspart caption - Title and one sentence
 * @csspart chart - The chart
 * @csspart handle - What a reader drags a target line by
 * @csspart controls - Metric and scale of the chart, price tier and prices
 * @csspart targets - The inputs of the targets
 * @csspart table - The table
 * @csspart card - The picture
 * @csspart notices - What a reader must know of the data
 * @csspart source - Where the figures are from, and the buttons
 *
 * @cssprop --matchpoint-side-1 - Colour of side 1
 * @cssprop --matchpoint-side-2 - Colour of side 2
 * @cssprop --matchpoint-side-3 - Colour of side 3
 * @cssprop --matchpoint-side-4 - Colour of side 4
 * @cssprop --matchpoint-background - Colour of the page behind the chart; Canvas unless told otherwise
 * @cssprop --matchpoint-muted - Colour of what matters less
 * @cssprop --matchpoint-hairline - Colour of thin lines
 * @cssprop --matchpoint-panel - Colour of areas
 */
export class MatchpointCompareElement extends SettingsElement {
  #state = WAITING;
  /** the reader's changes, written like attributes, over which they win */
  #edits: Settings = {};
  #message: Message = {};
  /** px, when it was drawn last */
  #width = 0;
  #isUpdateQueued = false;
  /** aborts what is loading, or the wait until it may be worth another try */
  #request = new AbortController();
  /** ends with the reader's pause; 0 outside of changes */
  #pauseTimer = 0;
  /** see `FigureState` */
  #pictureSettings: Settings = {};
  #nearObserver = new IntersectionObserver(
    (entries) => {
      if (entries.at(-1)!.isIntersecting) this.#start();
    },
    { rootMargin: '400px' },
  );
  #sizeObserver = new ResizeObserver(() => {
    // Not at once: what changes a height while sizes are being told is an error on the page.
    if (this.#document && this.#width !== this.#content.clientWidth) {
      this.#queue(requestAnimationFrame);
    }
  });
  #root = this.attachShadow({ mode: 'open' });
  #withPrices = memoizeLast(withPrices);
  #withTargets = memoizeLast(withTargets);
  #background = memoizeLast(chartBackground);

  constructor() {
    super();
    this.adoptedCallback();
    for (const type of ['input', 'change', 'click']) {
      this.#root.addEventListener(type, (event) => this.#handle(event));
    }
    // Its own colour changes with that of the page's text, for which there is no event.
    this.addEventListener('transitionend', () => this.#queue());
    this.#showChildren();
  }

  /** The figure, or what shows the children: without the padding that a page gives the element. */
  get #content(): Element {
    return this.#root.firstElementChild!;
  }

  /** The document as it was loaded. */
  get #document(): ComparisonDocument | null {
    return this.#state.onScreen && this.#state.onScreen.document;
  }

  /** The document with the prices of page and reader, at its own targets. */
  get #pricedDocument(): ComparisonDocument | null {
    const { usd, util } = this.#settings;
    return this.#document && this.#withPrices(this.#document, usd, util);
  }

  /** The settings of the page under those of the reader. */
  get #settings(): Settings {
    return { ...this.settings, ...this.#edits };
  }

  /** URL that the page asks for, without the reader's changes; `null` for none. */
  get #question(): string | null {
    return this.settings['src'] && !this.#inline() ? documentAddress(this.settings) : null;
  }

  /** What is on screen, with the reader's changes; `null` before it is drawn. */
  get comparison(): ComparisonDocument | null {
    return this.#document && this.#withTargets(this.#pricedDocument!, this.#settings['at']);
  }

  /** The address of what is on screen, with the reader's changes; `null` before it is drawn. */
  get link(): string | null {
    return this.#document && editedAddress(this.#document.links.page, this.#settings);
  }

  /** A document takes no style sheet that was made for another. */
  adoptedCallback(): void {
    this.#root.adoptedStyleSheets = elementStyles(this.ownerDocument);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizeObserver.observe(this);
    // Children that are not parsed yet may hold the document.
    if (document.readyState !== 'loading') this.#startWhenNear();
    else addEventListener('DOMContentLoaded', () => this.#startWhenNear());
  }

  disconnectedCallback(): void {
    this.#nearObserver.disconnect();
    this.#sizeObserver.disconnect();
    this.#request.abort();
    clearTimeout(this.#pauseTimer);
    this.#pauseTimer = 0;
    this.#state = removed(this.#state);
  }

  /** Asks the server again; what is on screen stays until there is something newer. */
  async refresh(): Promise<void> {
    if (!this.#state.asked || !this.#question) return;
    this.#state = refreshed(this.#state);
    await this.#load(true);
  }

  /** What is on screen as CSV, as the server has it at its address; '' before it is drawn. */
  toCSV(): string {
    const { comparison: c } = this;
    if (!c) return '';
    // Two targets at the same place are two columns for the reader, and one to the server.
    const values = c.values.filter(({ interactivity }, i) => interactivity !== c.targets[i - 1]);
    const address = editedAddress(c.links.pinned, this.#settings);
    return comparisonCsv({ ...c, values }, address, figureWords);
  }

  protected override changed(name: string): void {
    // Another source is another question, to which a reader's changes do not belong.
    const { [name]: _, ...others } = this.#edits;
    this.#edits = name === 'src' ? {} : others;
    this.#queue();
  }

  #startWhenNear(): void {
    const isAtOnce = this.settings['loading'] === 'eager' || this.#inline() || this.#document;
    if (isAtOnce) this.#start();
    else this.#nearObserver.observe(this);
  }

  #start(): void {
    this.#nearObserver.disconnect();
    this.#state = near(this.#state);
    this.#queue();
  }

  /** However much changes in one task, or one frame, it is drawn once. */
  #queue(when: (task: () => void) => void = queueMicrotask): void {
    if (this.#isUpdateQueued) return;
    this.#isUpdateQueued = true;
    when(() => {
      this.#isUpdateQueued = false;
      if (this.isConnected && this.#state.phase !== 'waiting') this.#update();
    });
  }

  /** Loads what is wanted by now, or draws it if it is there. */
  #update(): void {
    try {
      const text = this.#inline()?.textContent;
      const question = this.#question;
      const { asked } = this.#state;
      this.#state = want(
        this.#state,
        text || (question && documentAddress(this.#settings)),
        question,
      );
      if (this.#state.phase === 'idle') this.#showChildren();
      else if (this.#state.asked === asked) this.#draw();
      else void this.#load(false, text);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @param text - of the document, where it is among the children */
  async #load(isFresh: boolean, text?: string): Promise<void> {
    const before = this.#request;
    const { signal } = (this.#request = new AbortController());
    try {
      const asked = text ? null : loadDocument(this.#state.asked!, signal, isFresh);
      before.abort(); // after asking, so that a document they share is kept
      const document = await asked;
      await turn(this);
      if (!signal.aborted) await this.#show(document ?? checkedDocument(JSON.parse(text!)));
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  async #show(document: ComparisonDocument): Promise<void> {
    const before = this.#state;
    const { signal } = this.#request;
    // Room that the children take and the figure does not stays until it is drawn again, where its end
    // is in sight or above; elsewhere nobody sees it go.
    const { bottom, height } = this.#content.getBoundingClientRect();
    this.#message = {};
    try {
      this.#state = loaded(before, document);
      const reserved = !before.onScreen && bottom && bottom < innerHeight ? height : 0;
      if (!before.onScreen) {
        // The figures, for which readers come, are in sight before the chart is begun.
        this.#draw(reserved, true);
        await turn(this, FRAME_MS);
        if (this.#document !== document) return; // another is wanted by now, or none
      }
      this.#draw(reserved);
    } catch (error) {
      if (!signal.aborted) this.#state = before; // a document that cannot be drawn is none
      throw error;
    }
    this.#emit('load');
    if (before.undo) this.#emit('change');
  }

  /** Draws the last good copy, which says its age, or else the children. */
  #fail(error: unknown): void {
    this.#emit('error', error);
    const { undo } = this.#state;
    try {
      this.#state = failed(this.#state, this.#question);
      if (this.#document) this.#edits = undo ?? this.#edits;
      else this.#showChildren();
      this.#draw();
    } catch {
      this.#state = FAILED;
      this.#showChildren();
    }
    if (!isFinal(error)) this.#recover();
  }

  /** Asks again when the network, or the reader, is back. */
  #recover(): void {
    const { signal } = (this.#request = new AbortController());
    for (const type of ['online', 'visibilitychange']) {
      addEventListener(type, () => document.hidden || this.refresh(), { signal });
    }
  }

  #showChildren(): void {
    this.#request.abort();
    render(this.#root, [h('slot', { class: this.#state.phase })]);
  }

  /** The script among the children that holds the document. */
  #inline(): Element | null {
    return this.querySelector(':scope>script[type="application/json"]');
  }

  /**
   * @param reservedHeight - see `FigureState`
   * @param isBare - has room for the chart, and nothing in it
   */
  #draw(reservedHeight = 0, isBare?: boolean): void {
    const { comparison } = this;
    const { onScreen } = this.#state;
    if (!comparison || !onScreen) return;
    this.#width = this.#content.clientWidth;
    const layout = layoutOf(this.#settings, this.#width, comparison.sides);
    const { settings, metric, yScale, width } = layout;
    if (!this.#pauseTimer) this.#pictureSettings = settings;
    const [json] = comparison.links.json.split('?');
    const state = {
      ...layout,
      ...this.#message,
      reservedHeight,
      isEdited: comparison !== onScreen.document,
      isStale: onScreen.isStale,
      ...surroundings(this),
      ground: !isBare && this.#background(this.#pricedDocument!, metric, yScale, width),
      hasServer: onScreen.asked.startsWith(json!),
      at: this.#at,
      pictureSettings: this.#pictureSettings,
      comparison,
    };
    render(this.#root, [figure(state)]);
  }

  #handle({ type, target }: Event): void {
    const control = target as Control;
    const { name } = control;
    if (!this.#document) return; // it is of the children
    if (type === 'click') {
      if (name === 'csv') saveCsv(this.toCSV(), 'comparison.csv');
      if (name === 'link') void this.#copyLink();
      return;
    }
    // A typed number is meant when it is done, not at each digit.
    if (name && type === (control.type === 'number' ? 'change' : 'input')) this.#edit(control);
    if (type === 'change') this.#finishEdit(control);
  }

  /** Takes over what a control holds; what makes no sense changes nothing. */
  #edit(control: Control): void {
    const edits = settingsFromControl(control, this.#at, this.#settings['usd']);
    // Another source that is on its way is another question.
    if (!edits || this.#question !== this.#state.onScreen!.question) return;
    if (edits['tier']) this.#state = chosen(this.#state, this.#edits);
    this.#edits = { ...this.#edits, ...edits };
    this.#queue(requestAnimationFrame);
    const [moved] = parseTargets(control.value) ?? []; // a price is no target, or one by chance
    clearTimeout(this.#pauseTimer);
    this.#pauseTimer = setTimeout(() => {
      this.#pauseTimer = 0;
      const c = this.comparison!;
      const read = c.values.find(({ interactivity }) => interactivity === moved) ?? middleRead(c);
      this.#say(read ? shortAnswer(c, read, figureWords) : '');
    }, PAUSE_MS);
    if (!edits['tier']) this.#emit('change'); // else once it is there
  }

  /** Targets, tok/s/user, in the order of their inputs. */
  get #at(): readonly number[] {
    return parseTargets(this.#settings['at']) ?? this.comparison?.targets ?? [];
  }

  /** Draws a control with the value that holds; targets take the order of their columns. */
  #finishEdit(control: Control): void {
    const at = this.#at;
    const from = siblingsOf(control).indexOf(control);
    const sorted = [...at].sort(ascending);
    if (this.#edits['at']) this.#edits = { ...this.#edits, at: sorted.join() };
    this.#update();
    const drawn = control.getAttribute('value');
    if (drawn !== null) control.value = drawn;
    const to = control.name === 'at' ? sorted.indexOf(at[from]!) : from;
    if (to !== from && control.matches(':focus')) siblingsOf(control)[to]?.focus(); // with its target
  }

  async #copyLink(): Promise<void> {
    const link = this.link!;
    try {
      await navigator.clipboard.writeText(link);
      this.#say(words.copied);
      setTimeout(() => this.#say(''), COPIED_MS);
    } catch {
      this.#say(link, true); // not allowed here: there it is to copy
    }
  }

  #say(said: string, isSeen = false): void {
    this.#message = { said, isSeen };
    this.#queue();
  }

  #emit(type: string, error?: unknown): void {
    const { comparison, link } = this;
    const event = { bubbles: true, composed: true, detail: { comparison, link, error } };
    this.dispatchEvent(new CustomEvent(`matchpoint-${type}`, event));
  }
}
