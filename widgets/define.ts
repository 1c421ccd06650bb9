import { MatchpointCompareElement } from './compare-element.ts';

MatchpointCompareElement.define();
