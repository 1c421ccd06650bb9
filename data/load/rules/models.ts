import { shownValue } from '../data-set.ts';
import type { DataSet, Problem, Rule } from '../data-set.ts';
import { brokenKeyRule } from './keys.ts';

/** Every name of a model leads to one model. */
export const models: Rule = {
  name: 'models',
  description: 'keys and aliases of models are unique; a raw key has at most one entry of its own',
  check({ models: entries }: DataSet): Problem[] {
    const problems: Problem[] = [];
    const names = new Map<string, string>();
    const owners = new Map<string, string>();
    const add = (path: string, value: string, rule: string, remedy: string) =>
      problems.push({ file: 'models.json', path, value: shownValue(value), rule, remedy });

    for (const [index, { key, aliases, raw }] of entries.entries()) {
      const paths = ['key', ...aliases.map((_, i) => `aliases[${i}]`)];
      for (const [i, name] of [key, ...aliases].entries()) {
        const path = `[${index}].${paths[i]!}`;
        const first = names.get(name);
        const rule = brokenKeyRule(name) ?? (first && `a name stands once; ${first} has it too`);
        if (rule) add(path, name, rule, 'choose another name');
        names.set(name, first ?? path);
      }
      if (raw.length > 1) continue; // pooled by a publisher: the raw keys may have own entries too
      for (const rawKey of raw) {
        const owner = owners.get(rawKey);
        const rule = `one entry alone takes the rows of a raw key; ${owner} does already`;
        if (owner !== undefined) add(`[${index}].raw`, rawKey, rule, 'remove it from one of them');
        owners.set(rawKey, owner ?? key);
      }
    }
    return problems;
  },
};
