/**
 * Types of `<matchpoint-compare>` for pages that load its script from a Matchpoint host. Put this
 * file into a project; nothing has to be imported.
 */

interface MatchpointCompareAttributes {
  /** a comparison address, or any document of one that ends in `.json` */
  src?: string;
  /** `chart`, `table`, `card`, in any order; both chart and table unless told otherwise */
  view?: string;
  /** 1 to 5 targets in tok/s/user, `93,124,154` */
  at?: string;
  /** `throughput`, `cost`, `mw`, `concurrency`, `ttft`; all unless told otherwise */
  metrics?: string;
  /** price tier of the rate card: `hyperscaler`, `neocloud`, `rental` */
  tier?: string;
  /** own $/GPU-hr of all sides, `2.85`, or by hardware, `b300=2.85 h200=1.9` */
  usd?: string;
  /** share of the time that the GPUs are busy, over 0 and up to 1 */
  util?: string;
  /** id of a rate card */
  rates?: string;
  /** id of a release, which pins the data */
  release?: string;
  /** `auto` follows the page's `color-scheme`, `system` the reader's */
  theme?: 'auto' | 'light' | 'dark' | 'system';
  /** of the page: the figure is in English, and says so */
  lang?: string;
  /** `eager` does not wait until the element is near the viewport */
  loading?: 'lazy' | 'eager';
  /** readers may change targets, prices and the chart's axis */
  editable?: boolean | '' | 'true' | 'false';
}

/** A comparison document, version 1: `/openapi.json` on the host describes it. */
interface MatchpointDocument {
  readonly version: 1;
  readonly id: string;
  readonly title: string;
  readonly targets: readonly number[];
  readonly summary: readonly string[];
  readonly links: Readonly<Record<string, string>>;
  readonly [name: string]: unknown;
}

interface MatchpointCompareElement extends HTMLElement {
  src: string | null;
  view: string | null;
  at: string | null;
  metrics: string | null;
  tier: string | null;
  usd: string | null;
  util: string | null;
  rates: string | null;
  release: string | null;
  theme: string | null;
  loading: string | null;
  editable: string | null;
  /** what is shown, with the reader's changes; `null` before it is drawn */
  readonly comparison: MatchpointDocument | null;
  /** the address of what is shown */
  readonly link: string | null;
  /** asks the server again; what is shown stays until there is something newer */
  refresh(): Promise<void>;
  /** what is shown as CSV; '' before it is drawn */
  toCSV(): string;
}

interface HTMLElementTagNameMap {
  'matchpoint-compare': MatchpointCompareElement;
}

interface HTMLElementEventMap {
  'matchpoint-load': CustomEvent<{ comparison: MatchpointDocument }>;
  'matchpoint-change': CustomEvent<{ comparison: MatchpointDocument; link: string }>;
  'matchpoint-error': CustomEvent<{ error: unknown }>;
}

declare namespace React {
  namespace JSX {
    interface IntrinsicElements {
      'matchpoint-compare': MatchpointCompareAttributes & {
        id?: string;
        className?: string;
        children?: unknown;
        ref?: unknown;
        key?: string | number;
      };
    }
  }
}
