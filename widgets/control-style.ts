import { css } from '../src/view/markup/css.ts';

/** What a reader takes hold of. */
const THUMB = css`
  appearance: none;
  width: 24px;
  height: 100%;
  border: 0;
  background: 0 0;
  border-radius: 4px;
  pointer-events: auto;
  cursor: ew-resize;
`;

/** What a reader can change, on the chart, above the table and beside them. */
export const CONTROL_STYLE = css`
  input,
  select,
  button {
    font: inherit;
    color: inherit;
    background: 0 0;
    border: 1px solid var(--muted);
    border-radius: 4px;
    padding: 4px 8px;
  }
  input[type='number'] {
    appearance: textfield;
  }
  ::-webkit-inner-spin-button {
    display: none;
  }

  /* a slider a target, over each other: only what a reader takes hold of is to be touched */
  .sliders,
  .sliders input {
    position: absolute;
    pointer-events: none;
  }
  .sliders {
    inset: var(--inset);
    margin: 0 -12px;
  }
  .sliders input {
    inset: 0;
    border: 0;
    padding: 0;
    margin: 0;
    appearance: none;
    outline: 0;
    touch-action: pan-y;
    width: 100%;
    height: 100%;
  }
  .sliders ::-webkit-slider-runnable-track {
    height: 100%;
  }

  /* a browser passes over a rule that names another's part, so each has one */
  .sliders ::-webkit-slider-thumb {
    ${THUMB};
  }
  .sliders ::-moz-range-thumb {
    ${THUMB};
  }
  .sliders ::-webkit-slider-thumb:hover {
    background: var(--panel);
  }
  :focus-visible,
  .sliders :focus-visible::-webkit-slider-thumb {
    outline: 2px solid var(--side-1);
  }

  /* rows of things that wrap */
  .targets,
  .controls,
  .footer {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: end;
  }

  /* an input a target, above its column: the first column's place is left free */
  .targets {
    gap: 0;
    align-items: baseline;
  }
  .targets input {
    flex: 1;
    min-width: 0;
    margin-inline-start: 4px;
    padding-right: 11px;
    text-align: end;
    font-weight: 600;
  }
  .targets span {
    flex: 0 0 var(--first);
  }

  /* which are its heads, then; and a table beside a chart or a picture: for screen readers and paper */
  @media screen {
    .targets + .wide thead,
    .unseen {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  /* metric, scale and prices */
  .controls {
    margin-top: 12px;
    font-size: 12px;
  }
  .controls label {
    display: grid;
    grid: auto 2.75em / auto;
  }
  .controls [type='number'] {
    width: 6em;
  }
  .controls [type='checkbox'] {
    margin: 9px;
  }
`;
