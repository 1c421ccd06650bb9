import { RANK_COLUMNS } from '../../figure/rank-columns.ts';
import { css } from '../../markup/css.ts';

/** What a reader can ask of a ranking, and what stands around its chart and its rows. */
export const RANK_CONTROLS_STYLE = css`
  /* controls in a row, filters below them */
  .rank-form {
    container-type: inline-size;
    margin-top: 28px;
    padding-top: 16px;
    border-top: 1px solid var(--hairline);
  }
  .controls {
    display: grid;
    gap: 8px 16px;
    grid-template-columns: repeat(auto-fill, minmax(148px, 1fr));
    align-items: end;
  }
  .controls :is(select, input) {
    width: 100%;
    min-width: 0;
    height: 2.4em; /* a choice as high as an input, for their labels to stand in a line */
  }
  .controls label > span {
    display: block;
    color: var(--muted);
  }
  .filters {
    margin-top: 12px;
  }
  .filters summary {
    cursor: pointer;
    width: fit-content;
    padding: 5px 0;
  }
  .filters fieldset {
    border: 0;
    margin: 0;
    padding: 4px 0;
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
  }
  .filters legend {
    float: left;
    padding: 0;
    width: 12em;
    color: var(--muted);
  }
  .active {
    font-weight: 650;
  }
  @container (width<${RANK_COLUMNS[0].from}px) {
    .filters legend {
      width: 100%;
    }
  }

  /* around chart and table */
  .rank-chart h2,
  .ranking > h2 {
    font-size: 16px;
    margin-bottom: 12px;
  }
  .ranking {
    margin-top: 40px;
  }
  .by {
    margin-bottom: 12px;
  }
  .fine-print {
    font-size: 12px;
    color: var(--muted);
    margin-top: 8px;
  }
`;
