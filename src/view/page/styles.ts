import { PLOT_STYLE } from '../figure/plot-svg.ts';
import { TABLE_STYLE, TABLE_SWITCH } from '../figure/table-style.ts';
import { DARK, LIGHT, themeVariables } from '../figure/theme.ts';

const BASE =
  `:root{color-scheme:light dark;${themeVariables(LIGHT)}}` +
  `@media(prefers-color-scheme:dark){:root{${themeVariables(DARK)}}}` +
  '*,::before,::after{box-sizing:border-box}' +
  'html{-webkit-text-size-adjust:100%}' +
  'body{margin:0;background:var(--page);color:var(--ink);' +
  'font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}' +
  'a{color:inherit;text-decoration-color:var(--muted);text-underline-offset:.2em}' +
  'a:hover{text-decoration-thickness:2px}' +
  ':focus-visible{outline:2px solid var(--s0);outline-offset:2px}' +
  'h1,h2,h3{line-height:1.2;margin:0;font-weight:650;text-wrap:balance}' +
  'h1{font-size:28px;letter-spacing:-.015em}h2{font-size:20px}h3{font-size:16px}' +
  'p,ul,ol,dl,figure,pre{margin:0}small{font-size:inherit}' +
  'code,pre{font:14px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}' +
  '.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);' +
  'white-space:nowrap}' +
  '.skip:not(:focus){position:absolute;left:-999px}' +
  '.wrap{max-width:1240px;margin:0 auto;padding:0 16px}' +
  '.top{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:baseline;padding:20px 0 12px;position:relative;' +
  'border-bottom:1px solid var(--hairline);font-size:14px}' +
  '.top::before{content:"";position:absolute;top:0;left:0;width:40px;height:4px;' +
  'background:var(--ink)}' +
  '.top .site{font-weight:700;font-size:16px;text-decoration:none;margin-right:auto}' +
  '.top a{text-decoration:none}.top a:hover{text-decoration:underline}' +
  '.foot{margin-top:56px;padding:16px 0 40px;border-top:1px solid var(--hairline);' +
  'color:var(--muted);font-size:14px}' +
  '.eye{color:var(--muted);font-size:14px;margin:28px 0 8px}' +
  '.lead{font-size:20px;line-height:1.4;max-width:56ch;margin-top:12px;text-wrap:balance}' +
  '.solo{margin-top:40px}main>p+p.txt{margin-top:12px}.mut{color:var(--muted)}.sm{font-size:14px}.txt{max-width:70ch}' +
  '@media(min-width:600px){.wrap{padding:0 24px}h1{font-size:40px}.eye{margin-top:40px}}';

const NOTICES =
  '.nts{list-style:none;padding:0;margin-top:20px;font-size:14px;max-width:100ch}' +
  '.nts li{padding:2px 0 2px 12px;margin:4px 0;border-left:2px solid transparent}' +
  '.nts .warning{border-color:var(--ink)}.nts .info{padding-left:0;border:0}.nts b{font-weight:650}.nts .info{color:var(--muted)}';

const COMPARISON =
  '.cmp{display:block;container-type:inline-size;margin-top:32px;font-variant-numeric:tabular-nums;--matchpoint-background:var(--page);' +
  '--matchpoint-muted:var(--muted);--matchpoint-hairline:var(--hairline);--matchpoint-panel:var(--panel)}' +
  '.cmp::part(caption),.cmp::part(notices){display:none}' + // the page says both above
  '.cmp::part(figure){min-block-size:0}' + // else the room for these two stays empty
  '.duo{display:grid;gap:32px 40px}.duo>*{min-width:0}' +
  '.fig figcaption,.tbl h2{margin-bottom:12px}.fig h2,.tbl h2{font-size:16px}' +
  // As high as the element draws it, so that nothing moves once it does.
  '.fig .plot{display:block;max-width:100%;height:clamp(320px,62cqi,452px);overflow:visible}' +
  '@container(min-width:1000px){.fig .plot{height:clamp(320px,32.24cqi - 13px,452px)}}' +
  '.fig .w{display:none}.src{font-size:12px;color:var(--muted);margin-top:8px}' +
  '@container(min-width:600px){.fig .w{display:block}.fig .n{display:none}}' +
  '@container(min-width:1000px){.duo{grid-template-columns:52fr 48fr}}' +
  '@media(scripting:enabled){' + // the element's controls take so much more, with and without a table
  '.cmp .duo{padding-bottom:3px}.cmp .duo:has(.tb){padding-bottom:34px}' +
  '@container(max-width:430px){.cmp .duo{padding-bottom:128px}.cmp .duo:has(.tb){padding-bottom:100px}}' +
  '@container(min-width:1000px){.cmp .duo{padding-bottom:108px}.cmp .duo:has(.tb){padding-bottom:44px}}}' +
  '.two{margin-top:40px}@media(min-width:1100px){.two:has(.say){grid-template-columns:52fr 48fr}}' +
  '.sec{margin-top:48px;padding-top:16px;border-top:1px solid var(--hairline)}' +
  '.sec>h2{margin-bottom:12px}.sec p+p{margin-top:8px}' +
  '.say{max-width:70ch}.say ul{padding:0;list-style:none}.say li{margin-top:12px;text-wrap:pretty}' +
  '.row{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:4px 20px}' +
  '.srcs{display:grid;gap:20px 32px;grid-template-columns:repeat(auto-fit,minmax(min(100%,260px),1fr));' +
  'font-size:14px;margin-bottom:20px}.srcs dl{display:grid;grid-template-columns:auto 1fr;gap:4px 16px}' +
  '.srcs dt{color:var(--muted)}.srcs dd{margin:0;overflow-wrap:anywhere}' +
  '.crd img{display:block;width:100%;max-width:600px;height:auto;border:1px solid var(--hairline)}' +
  '[hidden]{display:none!important}#copy{align-items:center}#copy button{padding:4px 12px}' +
  '@media(scripting:enabled){#copy[hidden]{display:flex!important;visibility:hidden}}' +
  '.srcs h3{margin-bottom:8px}.emb pre{overflow:auto;max-height:320px;padding:12px;background:var(--panel);' +
  'border-radius:4px;white-space:pre-wrap;overflow-wrap:anywhere}.emb h3{margin:16px 0 4px}' +
  '.emb iframe{display:block;border:1px solid var(--hairline);border-radius:4px}';

const FORM =
  'form{font-size:14px;position:relative;margin-bottom:12px}input,select,button{font:inherit;color:inherit;background:var(--page);' +
  'border:1px solid var(--muted);border-radius:4px;padding:5px 8px;width:100%;min-width:0}' +
  'input[type=checkbox]{width:auto}input[type=number]{appearance:textfield;-moz-appearance:textfield}' +
  'button{width:auto;cursor:pointer;background:var(--ink);color:var(--page);border-color:var(--ink);' +
  'padding:5px 16px;font-weight:600;margin-top:8px}' +
  '.ats{display:flex;flex-wrap:wrap;gap:8px;margin:12px 0 8px}.ats span{width:100%}' +
  '.ats input{flex:1 0 0;max-width:8em;text-align:right;font-variant-numeric:tabular-nums;font-weight:600}' +
  '.opts summary{cursor:pointer;color:var(--muted);padding:5px 0;width:fit-content}' +
  '.opts>div{display:grid;gap:12px 16px;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));' +
  'align-items:end;padding:8px 0 12px}.opts label>span{display:block;color:var(--muted)}' +
  '.bld{display:grid;gap:12px;margin-top:24px;justify-items:start}.bld>label{width:100%}.bld button{margin:0}' +
  '.opts:not([open])~button{position:absolute;right:0;bottom:0;margin:0}';

const TEXT =
  '.big{padding:0;list-style:none}.cols{display:grid;gap:0 48px;' +
  'grid-template-columns:repeat(auto-fit,minmax(min(100%,320px),1fr))}' +
  '.cols section{margin-top:32px;min-width:0}.cols h3{padding-bottom:8px;border-bottom:1px solid var(--ink)}' +
  '.big li{display:grid;grid-template-columns:1fr auto;gap:0 16px;align-items:baseline;' +
  'padding:8px 0;border-bottom:1px solid var(--hairline)}.big a{text-decoration:none}' +
  '.big a:hover{text-decoration:underline}.big .num{font-size:20px;font-weight:650;' +
  'font-variant-numeric:tabular-nums;text-align:right}.big span{grid-column:1/-1;font-size:14px;color:var(--muted)}' +
  '.big picture{grid-column:1/-1;margin-bottom:8px}' +
  '.big img{display:block;width:100%;height:auto;border:1px solid var(--hairline)}' +
  '.pick details{border-bottom:1px solid var(--hairline)}.pick summary{padding:8px 0;cursor:pointer;' +
  'font-weight:600}.pick details details{margin-left:20px;border:0}.pick details details summary{' +
  'font-weight:400;padding:4px 0}.pick ul{columns:260px;margin:0 0 12px 20px;padding:0;list-style:none}' +
  '.pick li{padding:2px 0;break-inside:avoid}' +
  '.forms{display:grid;gap:8px 24px;font-size:14px}.forms dd{margin:0;color:var(--muted)}' +
  '.forms dt{overflow-wrap:anywhere}@media(min-width:800px){.forms{grid-template-columns:auto 1fr}}' +
  '.prose{max-width:70ch}.prose h2{margin-top:48px;margin-bottom:12px;padding-top:16px;' +
  'border-top:1px solid var(--hairline)}.prose h3{margin-top:24px;margin-bottom:4px}' +
  '.prose p+p,.prose pre+p{margin-top:12px}.prose dt{font-weight:650;margin-top:12px}.prose dd{margin:0}' +
  '.fx{margin:12px 0;padding:8px 0 8px 16px;border-left:2px solid var(--hairline);overflow:auto}.sec dl,.pick details:first-of-type{margin-top:16px}';

/** The look of every page. */
export const PAGE_STYLE =
  BASE + NOTICES + COMPARISON + FORM + TEXT + PLOT_STYLE + TABLE_STYLE + TABLE_SWITCH;
