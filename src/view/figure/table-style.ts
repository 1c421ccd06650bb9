/** Styles of the tables, on pages and in the browser element. */
export const TABLE_STYLE =
  '.tb{border-collapse:collapse;table-layout:fixed;width:100%;font-size:14px;line-height:1.35}' +
  '.tb th{text-align:start;font-weight:400;vertical-align:baseline}.tb :is(th,td){padding:4px 8px 4px 0}' +
  '.tb td{position:relative}.tb tbody td{white-space:nowrap}' +
  '.tb td,.tb thead th+th,.tb.narrow thead th{text-align:end;padding-inline:4px 12px}' +
  '.tb tr+tr>*{border-top:1px solid var(--hairline)}' +
  '.tb thead :is(th,td){border-bottom:1px solid var(--ink);font-weight:650}' +
  '.tb.wide th:first-child{width:36%}.tb.wide:is(.n4,.n5) th:first-child{width:26%}' +
  '.tb.narrow.n2 :is(th,td):first-child{width:36%}' +
  '.tb:is(.wide.n4,.narrow.n3,.narrow.n4){font-size:13px}.tb.n5{font-size:12px}' +
  '.tb small{font-size:12px;color:var(--muted);display:block;font-weight:400}' +
  '.tb [scope=rowgroup],.tb b{font-weight:650}.tb [scope=rowgroup]{padding-top:16px}' +
  '.tb :is([scope=rowgroup],.ms) small{display:inline;margin-inline-start:8px}' +
  '.tb .m::after{content:"";position:absolute;inset-inline-end:3px;top:50%;margin-top:-2px;' +
  'width:4px;height:4px;border-radius:2px;background:var(--muted)}' +
  '.tb .rt>*{color:var(--muted);vertical-align:baseline}.tb .rt td{white-space:normal}.tb .rt small{color:inherit;font-size:11px}.tb tfoot td{text-align:start;font-size:12px;padding-inline:0}' +
  '.mk{width:11px;height:11px;margin-inline-end:6px;vertical-align:-.5px}';

/** Which of the two tables shows on a page: by their container, as the element chooses. */
export const TABLE_SWITCH =
  '@container(min-width:600px){.tb.narrow{display:none}}' +
  '@container(max-width:599.9px){.tb.wide{display:none}}';
