import { en as words } from '../src/view/element-words.ts';
import type { ComparisonDocument } from '../src/view/json.ts';
import { h } from '../src/view/markup.ts';
import { middleRead, shortAnswer } from '../src/view/short-answer.ts';
import { documentAddress, editedAddress } from './address.ts';
import { controlOf, editOf, peersOf, placeOf } from './controls.ts';
import type { Control } from './controls.ts';
import { shownCsv } from './csv.ts';
import { render } from './dom.ts';
import { NO_EDITS, ascending, edited, parsePrices, parseShare, parseTargets } from './edits.ts';
import type { Edits } from './edits.ts';
import { figure } from './figure.ts';
import { InputElement } from './input-element.ts';
import { checked, loadDocument } from './load.ts';
import { reservedHeight } from './reserve.ts';
import { layoutOf, shownOf } from './shown.ts';
import type { Note } from './shown.ts';
import { elementStyles } from './styles.ts';
import { saveText } from './take-away.ts';

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
export class MatchpointCompareElement extends InputElement {
  static define(tag = 'matchpoint-compare'): void {
    if (!customElements.get(tag)) customElements.define(tag, this); // the script may be there twice
  }

  #edits: Edits = NO_EDITS;
  #document: ComparisonDocument | null = null;
  /** the source that the document is of; `null` for one among the children */
  #source: string | null = null;
  #address: string | null = null;
  /** what was last worked out, and from what */
  #shown: readonly [ComparisonDocument | null, Edits, ComparisonDocument | null] = [
    null,
    NO_EDITS,
    null,
  ];
  #note: Note = {};
  #width = 0;
  #reserved = 0;
  #isNear = false;
  #isQueued = false;
  #request = new AbortController();
  #timer = 0;
  #near = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#start();
    },
    { rootMargin: '400px' },
  );
  #size = new ResizeObserver(() => {
    if (this.#document && this.#width !== this.clientWidth) this.#queue();
  });
  #root = this.attachShadow({ mode: 'open' });

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [elementStyles()];
    for (const type of ['input', 'change', 'click']) {
      this.#root.addEventListener(type, (event) => this.#act(event));
    }
    this.#fallBack();
  }

  /** What is shown, with the reader's changes; `null` before it is drawn. */
  get comparison(): ComparisonDocument | null {
    const [document, edits, known] = this.#shown;
    if (document === this.#document && edits === this.#edits) return known;
    const shown = this.#document && edited(this.#document, this.#edits);
    this.#shown = [this.#document, this.#edits, shown];
    return shown;
  }

  /** The address of what is shown, with the reader's changes; `null` before it is drawn. */
  get link(): string | null {
    return this.#document && editedAddress(this.#document.links.page, this.#edits);
  }

  connectedCallback(): void {
    this.takeOwn();
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
    this.#address = null;
  }

  /** Asks the server again; what is shown stays until there is something newer. */
  async refresh(): Promise<void> {
    if (this.#source && this.#address) await this.#load(this.#address, true);
  }

  /** What is shown as CSV; '' before it is drawn. */
  toCSV(): string {
    return this.comparison ? shownCsv(this.comparison) : '';
  }

  protected override changed(name: string): void {
    // Another source is another question, to which a reader's changes do not belong.
    const isAny = name === 'src';
    const edits = isAny ? NO_EDITS : this.#edits;
    const { at = null, usd = null, util = null } = this.values;
    this.#edits = {
      ...edits,
      at: isAny || name === 'at' ? parseTargets(at) : edits.at,
      usd: isAny || name === 'usd' ? parsePrices(usd) : edits.usd,
      util: parseShare(util),
    };
    this.#queue();
  }

  #watch(): void {
    const isUrgent = this.values['loading'] === 'eager' || this.#inline() || this.#document;
    if (isUrgent) this.#start();
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
      const inline = this.#inline();
      const source = this.values['src'];
      const asked = { ...this.values, ...(this.#edits.tier && { tier: this.#edits.tier }) };
      const address = inline?.textContent ?? (source && documentAddress(source, asked));
      if (!address || address === this.#address) {
        this.#draw();
      } else if (inline) {
        this.#address = address;
        this.#show(checked(JSON.parse(address)), null);
      } else {
        void this.#load(address);
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  async #load(address: string, isFresh = false): Promise<void> {
    this.#request.abort();
    const { signal } = (this.#request = new AbortController());
    this.#address = address;
    if (!this.#document) this.#reserve();
    const source = this.values['src'] ?? null;
    try {
      const loaded = await loadDocument(address, signal, isFresh);
      if (!signal.aborted) this.#show(loaded, source);
    } catch (error) {
      if (signal.aborted) return;
      if (source !== this.#source) this.#document = null; // it answers another question
      this.#fail(error);
    }
  }

  #show(loaded: ComparisonDocument, source: string | null): void {
    const before = [this.#document, this.#source] as const;
    [this.#document, this.#source] = [loaded, source];
    this.#note = {};
    try {
      this.#draw();
    } catch (error) {
      [this.#document, this.#source] = before; // a document that cannot be drawn is none
      throw error;
    }
    this.#emit('load', { comparison: this.comparison });
  }

  /** The last good copy with a word on its age, or else the children. */
  #fail(error: unknown): void {
    this.#emit('error', { error });
    try {
      if (!this.#document) throw error;
      this.#note = { isStale: true };
      this.#draw();
    } catch {
      this.#document = null;
      this.#address = null; // so that the next change tries again
      this.#fallBack();
    }
  }

  #fallBack(): void {
    render(this.#root, [h('slot', null)]);
  }

  /** Keeps the place free, under the children, before anything is asked for. */
  #reserve(): void {
    const layout = layoutOf(this.values, this.clientWidth);
    this.#reserved = reservedHeight(this.values['src'] ?? '', { ...layout, at: this.#edits.at });
    render(this.#root, [h('div', { class: 'rv', '--r': `${this.#reserved}px` }, h('slot', null))]);
  }

  #inline(): Element | null {
    return this.querySelector(':scope>script[type="application/json"]');
  }

  #draw(): void {
    const { comparison } = this;
    if (!comparison) return;
    this.#width = this.clientWidth;
    const layout = layoutOf(this.values, this.#width);
    const note = { hasServer: this.#source !== null, reserved: this.#reserved, ...this.#note };
    render(this.#root, [figure(shownOf(comparison, this.#edits, layout, note))]);
  }

  #act(event: Event): void {
    const { target, type } = event;
    const control = controlOf(event);
    if (control) {
      const at = this.#edits.at ?? this.comparison?.targets ?? [];
      this.#edits = { ...this.#edits, ...editOf(control, at, this.#edits) };
      this.#queue(requestAnimationFrame);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        const shown = this.comparison!;
        const read = middleRead(shown);
        this.#tell({ said: read ? shortAnswer(shown, read) : '' });
      }, SAY_AFTER_MS);
      this.#emit('change', { comparison: this.comparison, link: this.link });
    }
    if (type === 'change' && target instanceof HTMLInputElement && target.name === 'at') {
      this.#sort(target);
    }
    if (type === 'click' && target instanceof HTMLButtonElement) {
      if (target.name === 'csv') saveText(this.toCSV(), 'comparison.csv');
      else void this.#copyLink();
    }
  }

  /** Puts the inputs into the order of the columns; the focus goes with its target. */
  #sort(control: Control): void {
    const { at } = this.#edits;
    if (!at) return;
    const from = placeOf(control);
    const target = at[from];
    const sorted = at.toSorted(ascending);
    this.#edits = { ...this.#edits, at: sorted };
    this.#update();
    const to = sorted.indexOf(target!);
    if (to !== from && control.matches(':focus')) peersOf(control)[to]?.focus();
    control.value = String(sorted[from]);
  }

  async #copyLink(): Promise<void> {
    const { link } = this;
    if (link === null) return;
    try {
      await navigator.clipboard.writeText(link);
      this.#tell({ isCopied: true, said: words.copied });
      setTimeout(() => this.#tell({ isCopied: false }), 2000);
    } catch {
      this.#tell({ said: link }); // not allowed here: at least say it
    }
  }

  #tell(note: Note): void {
    this.#note = { ...this.#note, ...note };
    this.#queue();
  }

  #emit(type: string, detail: object): void {
    const event = { detail, bubbles: true, composed: true };
    this.dispatchEvent(new CustomEvent(`matchpoint-${type}`, event));
  }
}
