import type { Comparison } from '../../core/comparison-types.ts';
import { LIGHT } from '../brand.ts';
import type { Words } from '../words/words.ts';
import { badgeText } from './badge-text.ts';

/** Seconds for which shields.io keeps a badge; it takes no fewer. */
const CACHE_S = 300;

/** A badge for shields.io to draw: https://shields.io/badges/endpoint-badge, schema version 1. */
export function badgeEndpoint(c: Comparison, words: Words): object {
  const { label, message, leader } = badgeText(c, words);
  return {
    schemaVersion: 1,
    label,
    message,
    color: leader === null ? LIGHT.muted : LIGHT.sides[leader]!,
    labelColor: LIGHT.ink,
    cacheSeconds: CACHE_S,
  };
}
