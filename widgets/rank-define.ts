import { MatchpointRankElement } from './rank-element.ts';
import { RANK_STYLE_TEXT } from './rank-style-text.ts';
import { setStyleText } from './styles.ts';

const TAG = 'matchpoint-rank';

setStyleText(RANK_STYLE_TEXT);
// The script may be there twice.
if (!customElements.get(TAG)) customElements.define(TAG, MatchpointRankElement);
