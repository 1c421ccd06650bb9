import { MatchpointCompareElement } from './compare-element.ts';

const TAG = 'matchpoint-compare';

// The script may be there twice.
if (!customElements.get(TAG)) customElements.define(TAG, MatchpointCompareElement);
