import type { NoticeInput } from './notice-input.ts';

/** Labels of the engines, where they are of more than one family; `null` where they are not. */
export function engineFamilies({ sweeps, vocabulary }: NoticeInput): string[] | null {
  const keys = new Set(sweeps.flat().flatMap(({ key }) => key.framework ?? []));
  const entries = vocabulary.framework.filter(({ key }) => keys.has(key));
  if (new Set(entries.map(({ family }) => family)).size < 2) return null;
  return entries.map(({ label }) => label);
}
