import type { Words } from '../words/words.ts';
import type { Snippet } from './snippets.ts';

/** A place that code is pasted into. */
interface PastePlace {
  readonly key: keyof Words['places'];
  /** kinds of code that stand there, the best first */
  readonly takes: readonly Snippet['kind'][];
  /** usual themes there are dark without declaring `color-scheme`, which is all that the code sees */
  readonly lacksColorScheme?: boolean;
}

/** Every tool and site that the builder explains pasting into, in the order shown. */
export const PLACES: readonly PastePlace[] = [
  { key: 'wordpress', takes: ['element', 'iframe', 'image'], lacksColorScheme: true },
  { key: 'wordpressClassic', takes: ['iframe', 'image'], lacksColorScheme: true },
  { key: 'ghost', takes: ['element', 'image'], lacksColorScheme: true },
  { key: 'hugo', takes: ['element', 'inline', 'iframe'], lacksColorScheme: true },
  { key: 'docusaurus', takes: ['jsx'] },
  { key: 'astro', takes: ['element', 'iframe'], lacksColorScheme: true },
  { key: 'next', takes: ['jsx'], lacksColorScheme: true },
  { key: 'notion', takes: ['address'] },
  { key: 'substack', takes: ['picture'] },
  { key: 'medium', takes: ['picture'] },
  { key: 'github', takes: ['badge', 'markdown'] },
  { key: 'slides', takes: ['picture'] },
];
