/** Styles of the tables, on pages and in the browser element. */
export const TABLE_STYLE =
  '.tb{border-collapse:collapse;width:100%;font-size:14px;line-height:1.35;' +
  'font-variant-numeric:tabular-nums}' +
  '.tb.wide{table-layout:fixed}.tb th{text-align:left;font-weight:400;vertical-align:baseline}' +
  '.tb.wide th:first-child{width:36%}.tb.wide:is(.n4,.n5) th:first-child{width:26%}' +
  '.tb.wide:is(.n4,.n5){font-size:13px}' +
  '.tb thead th,.tb thead td{border-bottom:1px solid var(--ink);padding:6px 0}' +
  '.tb thead th+th,.tb.narrow thead th{text-align:right;font-weight:650;padding-right:12px}' +
  '.tb small{font-size:12px;color:var(--muted);display:block;font-weight:400}' +
  '.tb td{text-align:right;padding:4px 12px 4px 4px;position:relative;white-space:nowrap}' +
  '.tb tr+tr>*{border-top:1px solid var(--hairline)}.tb th{padding:4px 8px 4px 0}' +
  '.tb th[scope=rowgroup]{font-weight:650;padding-top:16px}' +
  '.tb th[scope=rowgroup] small{display:inline;margin-left:8px}' +
  '.tb th[scope=rowgroup] small+small{display:block;margin:0}' +
  '.tb .m::after{content:"";position:absolute;right:3px;top:50%;margin-top:-2px;width:4px;height:4px;' +
  'border-radius:50%;background:var(--muted)}' +
  '.tb b{font-weight:700}.tb .rt>*{color:var(--muted)}.tb .rt td small{font-size:11px}' +
  '.mk{width:11px;height:11px;margin-right:6px;vertical-align:-.5px}' +
  '.tb.narrow{table-layout:fixed}.tb.narrow.n2 th:first-child,.tb.narrow.n2 td:first-child{width:34%}' +
  '.tb.narrow:not(.n2){font-size:13px}' +
  '.tb.narrow:not(.n2) small{display:inline;margin-left:8px}.tb.narrow:not(.n2) .at b{font-size:16px}' +
  '.tb.narrow small{font-size:11px}';

/** Which of the two tables shows on a page; the element asks its container instead. */
export const TABLE_SWITCH =
  '@media(min-width:600px){.tb.narrow{display:none}}@media(max-width:599.9px){.tb.wide{display:none}}';
