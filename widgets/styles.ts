import { PLOT_STYLE } from '../src/view/figure/plot-svg.ts';
import { TABLE_STYLE } from '../src/view/figure/table-style.ts';
import { DARK, LIGHT } from '../src/view/figure/theme.ts';

/** Light and dark value of a colour, by the `color-scheme` that the page gives the element. */
const both = (light: string, dark: string) => `light-dark(${light},${dark})`;

const COLOURS = LIGHT.sides
  .map((light, i) => `--s${i}:var(--matchpoint-side-${i + 1},${both(light, DARK.sides[i]!)})`)
  .join(';');

/** A share of the text's own colour, so that it fits any page. */
const share = (percent: number) => `color-mix(in srgb,currentColor ${percent}%,transparent)`;

/** What a reader takes hold of; a browser passes over a rule that names another's, so each has one. */
const THUMB =
  '-thumb{appearance:none;width:24px;height:100%;border:0;' +
  'background:0 0;border-radius:4px;pointer-events:auto;cursor:ew-resize}';

const OWN =
  // Where a place is as wide as what stands in it, 320 px: a container says nothing of its own.
  ':host{display:block;container-type:inline-size;contain-intrinsic-inline-size:320px;min-inline-size:0}' +
  ':host([hidden]){display:none}' +
  `.fg{${COLOURS};--ink:currentColor;--page:var(--matchpoint-background,Canvas);` +
  `--muted:var(--matchpoint-muted,${share(72)});--hairline:var(--matchpoint-hairline,${share(16)});` +
  `--panel:var(--matchpoint-panel,${share(5)});margin:0;font-size:14px;line-height:1.5;font-variant-numeric:tabular-nums}` +
  `.t-light,.t-dark,.t-system{color-scheme:light dark;color:${both(LIGHT.ink, DARK.ink)};` +
  `--page:${both(LIGHT.page, DARK.page)};background:var(--page);padding:16px}` +
  '.t-light{color-scheme:light}.t-dark{color-scheme:dark}' +
  'p{margin:0;overflow-wrap:anywhere}strong{font-size:16px;line-height:1.3}' +
  'figcaption p{max-width:70ch;margin:4px 0 16px}' +
  '.vs>*{margin-block-end:16px}.plot,img{display:block;width:100%;height:auto}' +
  '.plot{overflow:visible}.ch{position:relative}' +
  '.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}' +
  '.rv{display:flow-root;min-block-size:var(--r)}' +
  'input,select,button{font:inherit;color:inherit;' +
  'background:0 0;border:1px solid var(--muted);border-radius:4px;padding:4px 8px}' +
  '.rs,.rs input{position:absolute;pointer-events:none}' +
  '.rs{inset:var(--in)}.rs input{inset:0 -12px;border:0;padding:0;margin:0;appearance:none;outline:0;' +
  'touch-action:pan-y;width:calc(100% + 24px);height:100%}' +
  '.rs ::-webkit-slider-runnable-track{height:100%}' +
  `.rs ::-webkit-slider${THUMB}.rs ::-moz-range${THUMB}` +
  `.rs ::-webkit-slider-thumb:hover{background:${share(8)}}` +
  ':focus-visible,.rs :focus-visible::-webkit-slider-thumb{outline:2px solid var(--s0)}' +
  '.ats,.ct,.ft{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:end}.ats{gap:0}' +
  '.ats input{flex:1;min-width:0;margin-inline-start:4px;padding-inline-end:11px;text-align:end;font-weight:600}' +
  '.ct{margin-block-start:12px;font-size:12px}.ct label{display:grid}.ct [type=number]{width:6em}' +
  '.ct :is([type=number],select){box-sizing:border-box;height:2.75em}.ct [type=checkbox]{margin:9px}option{background:var(--page)}' +
  'summary{padding:4px 0}input[type=number]{appearance:textfield}::-webkit-inner-spin-button{display:none}' +
  'details,.ft{font-size:12px;color:var(--muted)}.ft{align-items:center}.ft span{flex:1 1 24em}a{color:inherit}' +
  '@container(min-width:600px){.ats::before{content:"";width:36%}.ats:is(.n4,.n5)::before{width:26%}}' +
  '.sp{display:grid;grid-template-columns:52fr 48fr;gap:0 40px}.sp>[part=card]{grid-column:1/-1}' +
  '@media print{.fg{color:#000;--page:#fff;color-scheme:light;background:#fff}' +
  '.ats,.ct,.rs,button{display:none}.vh:has(table){position:static;width:auto;height:auto;clip-path:none}}' +
  '@media(forced-colors:active){.fg{--muted:CanvasText;--hairline:GrayText;--panel:Canvas}' +
  '.cv,.k,.lb{forced-color-adjust:none}}';

let sheet: CSSStyleSheet | undefined;

/** The one stylesheet of all elements; constructed, since a CSP may forbid any other. */
export function elementStyles(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(PLOT_STYLE + TABLE_STYLE + OWN);
  }
  return sheet;
}
