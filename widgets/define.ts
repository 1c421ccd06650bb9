// The bundle keeps this order: what styles share packs best at the start, by 25 bytes, and their text,
// of another kind than code, at the end, by 60.
import { setStyleText } from './styles.ts';
import { MatchpointCompareElement } from './compare-element.ts';
import { STYLE_TEXT } from './style-text.ts';

const TAG = 'matchpoint-compare';

setStyleText(STYLE_TEXT);
// The script may be there twice.
if (!customElements.get(TAG)) customElements.define(TAG, MatchpointCompareElement);
