// The bundle keeps the order of imports, in every file: that of these files was tried out, and packs best
// by 60 bytes.
import { setStyleText } from './styles.ts';
import { MatchpointRankElement } from './rank-element.ts';
import { RANK_STYLE_TEXT } from './rank-style-text.ts';

const TAG = 'matchpoint-rank';

setStyleText(RANK_STYLE_TEXT);
// The script may be there twice.
if (!customElements.get(TAG)) customElements.define(TAG, MatchpointRankElement);
