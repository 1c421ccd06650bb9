import { MatchpointCompareElement } from './compare-element.ts';
import { setStyleText } from './styles.ts';
// Last, since the bundle keeps this order: text of another kind amid code packs worse, by 60 bytes.
import { STYLE_TEXT } from './style-text.ts';

const TAG = 'matchpoint-compare';

setStyleText(STYLE_TEXT);
// The script may be there twice.
if (!customElements.get(TAG)) customElements.define(TAG, MatchpointCompareElement);
