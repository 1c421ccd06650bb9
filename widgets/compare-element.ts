import { element as words } from '../src/view/words/en/element.ts';
import { figure as figureWords } from '../src/view/words/en/figure.ts';
import { comparisonCsv } from '../src/view/text/csv.ts';
import type { ComparisonDocument } from '../src/view/text/json.ts';
import { h } from '../src/view/markup/markup.ts';
import { middleRead, shortAnswer } from '../src/view/figure/short-answer.ts';
import { groundOf } from './chart.ts';
import { meantBy, peersOf } from './controls.ts';
import type { Control } from './controls.ts';
import { render } from './dom.ts';
import { saveText } from './save-text.ts';
import { lately, priced, targeted } from './edited.ts';
import { figure } from './figure.ts';
import type { Note } from './figure.ts';
import { layoutOf, reservedHeight } from './layout.ts';
import { checked, loadDocument } from './load.ts';
import {
  SettingsElement,
  ascending,
  documentAddress,
  editedAddress,
  parseTargets,
} from './settings.ts';
import type { Settings } from './settings.ts';
import { elementStyles } from './styles.ts';

const SAY_AFTER_MS = 700;

/**
 * `<matchpoint-compare src="https://host/compare/qwen-3-5/b300-fp4/mtp-vs-off">fallback</matchpoint-compare>`
 *
 * Shows its own children until the comparison is drawn, and again if it cannot be. Attributes are
 * input and never written; a property of the same name does the same, and what is set last holds.
 *
 * @fires matchpoint-load - drawn; `detail.comparison` is the document
 * @fires matchpoint-change - by the reader; `detail.comparison` and its address, `detail.link`
 * @fires matchpoint-error - not drawn, or not refreshed; `detail.error`
 */
export class MatchpointCompareElement extends SettingsElement {
  /** the reader's, written like attributes, over which they win */
  #edits: Settings = {};
  #document: ComparisonDocument | null = null;
  /** the {@link #question} that the document is of; `null` for one among the children */
  #source: string | null = null;
  /** address, or text, of what is shown */
  #shown: string | null = null;
  /** the same of what is shown or loading, or could not be loaded */
  #address: string | null = null;
  /** the reader's changes before the choice of a tier whose prices are not there yet */
  #before: Settings | null = null;
  #note: Note = {};
  #width = 0;
  #reserved = 0;
  #isNear = false;
  #isQueued = false;
  #request = new AbortController();
  /** runs from a change until the reader is quiet */
  #timer = 0;
  /** what was set when the reader was quiet last */
  #settled: Settings = {};
  #near = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#start();
    },
    { rootMargin: '400px' },
  );
  #size = new ResizeObserver(() => {
    // Not at once: what changes a height while sizes are being told is an error on the page.
    if (this.#document && this.#width !== this.clientWidth) this.#queue(requestAnimationFrame);
  });
  #root = this.attachShadow({ mode: 'open' });
  #priced = lately(priced);
  #targeted = lately(targeted);
  /** made anew where prices change, but not where targets do */
  #ground = lately(groundOf);

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [elementStyles()];
    for (const type of ['input', 'change', 'click']) {
      this.#root.addEventListener(type, (event) => this.#act(event));
    }
    this.#fallBack();
  }

  /** What the page asks a server, whatever the reader has changed; `null` for nothing. */
  get #question(): string | null {
    return this.settings['src'] && !this.#inline() ? documentAddress(this.settings) : null;
  }

  get #all(): Settings {
    return { ...this.settings, ...this.#edits };
  }

  /** What is shown, with the reader's changes; `null` before it is drawn. */
  get comparison(): ComparisonDocument | null {
    return this.#document && this.#targeted(this.#pricedDocument!, this.#all['at']);
  }

  get #pricedDocument(): ComparisonDocument | null {
    const { usd, util } = this.#all;
    return this.#document && this.#priced(this.#document, usd, util);
  }

  /** The address of what is shown, with the reader's changes; `null` before it is drawn. */
  get link(): string | null {
    return this.#document && editedAddress(this.#document.links.page, this.#all);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#size.observe(this);
    // Children that are not parsed yet may hold the document.
    if (document.readyState !== 'loading') this.#watch();
    else document.addEventListener('DOMContentLoaded', () => this.#watch(), { once: true });
  }

  disconnectedCallback(): void {
    this.#near.disconnect();
    this.#size.disconnect();
    this.#request.abort();
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#address = this.#shown; // what was loading is asked for again when it is back
  }

  /** Asks the server again; what is shown stays until there is something newer. */
  async refresh(): Promise<void> {
    if (this.#address && this.#question) await this.#load(this.#address, true);
  }

  /** What is shown as CSV; '' before it is drawn. */
  toCSV(): string {
    const { comparison: c } = this;
    if (!c) return '';
    // Two targets at the same place are two columns for the reader, and one to the server.
    const values = c.values.filter(({ interactivity }, i) => interactivity !== c.targets[i - 1]);
    const pinned = editedAddress(c.links.pinned, this.#all);
    return comparisonCsv({ ...c, values }, { pinned });
  }

  protected override changed(name: string): void {
    // Another source is another question, to which a reader's changes do not belong.
    const { [name]: _, ...others } = this.#edits;
    this.#edits = name === 'src' ? {} : others;
    this.#queue();
  }

  #watch(): void {
    if (this.settings['loading'] === 'eager' || this.#inline() || this.#document) this.#start();
    else this.#near.observe(this);
  }

  #start(): void {
    this.#near.disconnect();
    this.#isNear = true;
    this.#queue();
  }

  /** However much changes in one task, or one frame, it is drawn once. */
  #queue(when: (task: () => void) => void = queueMicrotask): void {
    if (this.#isQueued) return;
    this.#isQueued = true;
    when(() => {
      this.#isQueued = false;
      if (this.isConnected && this.#isNear) this.#update();
    });
  }

  #update(): void {
    try {
      const text = this.#inline()?.textContent;
      const address = text || (this.#question && documentAddress(this.#all));
      if (!address) {
        this.#fallBack();
        this.#address = null;
      } else if (address === this.#address) {
        this.#draw();
      } else if (text) {
        this.#address = address;
        this.#show(checked(JSON.parse(text)), null);
      } else {
        void this.#load(address, false);
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  async #load(address: string, isFresh: boolean): Promise<void> {
    const before = this.#request;
    const { signal } = (this.#request = new AbortController());
    this.#address = address;
    if (!this.#document) this.#reserve();
    const source = this.#question;
    try {
      const asked = loadDocument(address, signal, isFresh);
      before.abort(); // after asking, so that a document they share is kept
      const loaded = await asked;
      if (!signal.aborted) this.#show(loaded, source);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  #show(loaded: ComparisonDocument, source: string | null): void {
    const before = [this.#document, this.#source, this.#shown] as const;
    [this.#document, this.#source, this.#shown] = [loaded, source, this.#address];
    this.#note = {};
    const kept = this.#reserved;
    try {
      this.#reserved = 0;
      this.#draw();
      // Room that was kept free for more than came stays only where its end is in sight.
      if (this.getBoundingClientRect().bottom < innerHeight) {
        this.#reserved = kept;
        this.#draw();
      }
    } catch (error) {
      [this.#document, this.#source, this.#shown] = before; // a document that cannot be drawn is none
      throw error;
    }
    this.#emit('load');
    if (this.#before) this.#emit('change', { link: this.link });
    this.#before = null;
  }

  /** The last good copy with a word on its age, or else the children. */
  #fail(error: unknown): void {
    this.#emit('error', { error });
    try {
      if (this.#question !== this.#source) throw error; // what there is answers another one
      this.#address = this.#shown ?? this.#address;
      this.#edits = this.#before ?? this.#edits;
      this.#before = null;
      this.#note = { isStale: true };
      this.#draw();
    } catch {
      this.#fallBack();
    }
  }

  /** The children, as before there was anything. */
  #fallBack(): void {
    this.#request.abort();
    if (this.#address === this.#shown) this.#address = null;
    this.#document = this.#source = this.#shown = null;
    render(this.#root, [h('slot', null)]);
  }

  /** Keeps the place free, under the children, before anything is asked for. */
  #reserve(): void {
    const estimate = reservedHeight(layoutOf(this.#all, this.clientWidth));
    // Children with a chart are the figure itself, drawn by the server.
    this.#reserved = this.querySelector('.plot')
      ? this.clientHeight
      : Math.max(estimate, this.clientHeight);
    render(this.#root, [h('div', { class: 'rv', '--r': `${this.#reserved}px` }, h('slot', null))]);
  }

  #inline(): Element | null {
    return this.querySelector(':scope>script[type="application/json"]');
  }

  #draw(): void {
    const { comparison } = this;
    if (!comparison) return;
    this.#width = this.clientWidth;
    const layout = layoutOf(this.#all, this.#width);
    const { settings, metric, yScale, width } = layout;
    if (!this.#timer) this.#settled = settings;
    const [json] = comparison.links.json.split('?');
    const shown = {
      ...layout,
      ...this.#note,
      comparison,
      isEdited: comparison !== this.#document,
      ground: this.#ground(this.#pricedDocument!, metric, yScale, width),
      at: parseTargets(settings['at']) ?? comparison.targets,
      settled: this.#settled,
      hasServer: this.#address!.startsWith(json!),
      reserved: this.#reserved,
    };
    render(this.#root, [figure(shown)]);
  }

  #act({ type, target }: Event): void {
    const control = target as Control | HTMLButtonElement;
    const { name } = control;
    if (!this.#document) return; // it is of the children
    if (control instanceof HTMLButtonElement) {
      if (type !== 'click') return;
      if (name === 'csv') saveText(this.toCSV(), 'comparison.csv');
      else void this.#copyLink();
      return;
    }
    // A typed number is meant when it is done, not at each digit.
    if (name && type === (control.type === 'number' ? 'change' : 'input')) this.#edit(control);
    if (type === 'change') this.#settle(control);
  }

  /** Takes over what a control holds; what makes no sense changes nothing. */
  #edit(control: Control): void {
    const meant = meantBy(control, this.#at, this.#all['usd']);
    // Another source that is on its way is another question.
    if (!meant || this.#question !== this.#source) return;
    if (meant['tier']) this.#before ??= this.#edits;
    this.#edits = { ...this.#edits, ...meant };
    this.#queue(requestAnimationFrame);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = 0;
      const read = this.comparison && middleRead(this.comparison);
      this.#tell({ said: read ? shortAnswer(this.comparison!, read, figureWords) : '' });
    }, SAY_AFTER_MS);
    if (!meant['tier']) this.#emit('change', { link: this.link }); // else once it is there
  }

  /** In the order of their inputs. */
  get #at(): readonly number[] {
    return parseTargets(this.#all['at']) ?? this.comparison?.targets ?? [];
  }

  /** What is typed gives way to what holds; targets take the order of their columns. */
  #settle(control: Control): void {
    const at = this.#at;
    const from = peersOf(control).indexOf(control);
    const sorted = [...at].sort(ascending);
    if (this.#edits['at']) this.#edits = { ...this.#edits, at: sorted.join() };
    this.#update();
    const drawn = control.getAttribute('value');
    if (drawn !== null) control.value = drawn;
    const to = control.name === 'at' ? sorted.indexOf(at[from]!) : from;
    if (to !== from && control.matches(':focus')) peersOf(control)[to]?.focus(); // with its target
  }

  async #copyLink(): Promise<void> {
    const link = this.link!;
    try {
      await navigator.clipboard.writeText(link);
      this.#tell({ said: words.copied });
      setTimeout(() => this.#tell({ said: '' }), 2000);
    } catch {
      this.#tell({ said: link, isSeen: true }); // not allowed here: there it is to copy
    }
  }

  #tell(note: Note): void {
    this.#note = { isStale: this.#note.isStale, ...note };
    this.#queue();
  }

  #emit(type: string, detail?: object): void {
    const { comparison } = this;
    const event = { detail: { comparison, ...detail }, bubbles: true, composed: true };
    this.dispatchEvent(new CustomEvent(`matchpoint-${type}`, event));
  }
}
