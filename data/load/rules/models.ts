import { shownValue } from '../data-set.ts';
import type { DataSet, Problem } from '../data-set.ts';
import { brokenKeyRule } from './keys.ts';

/** What stands in an address of a framed ranking where one of a framed comparison has its model. */
const RANKINGS = 'rank';

/** Names that mean two models, spellings that rows cannot have, and entries that pool models and take rows. */
export function modelProblems({ models }: Pick<DataSet, 'models'>): Problem[] {
  const problems: Problem[] = [];
  const names = new Map<string, string>();
  const owners = new Map<string, string>();
  const add = (path: string, value: string, rule: string, remedy: string) =>
    problems.push({ file: 'models.json', path, value: shownValue(value), rule, remedy });

  for (const [index, { key, aliases, raw, pools }] of models.entries()) {
    const paths = ['key', ...aliases.map((_, i) => `aliases[${i}]`)];
    for (const [i, name] of [key, ...aliases].entries()) {
      const path = `[${index}].${paths[i]!}`;
      const first = names.get(name);
      const rule =
        brokenKeyRule(name) ??
        (name === RANKINGS
          ? `${RANKINGS} begins the addresses of framed rankings`
          : first && `a name stands once; ${first} has it too`);
      if (rule) add(path, name, rule, 'choose another name');
      names.set(name, first ?? path);
    }
    for (const spelling of raw) {
      const owner = owners.get(spelling);
      const rule = `a spelling in rows means one model; it means ${owner} already`;
      if (owner !== undefined) add(`[${index}].raw`, spelling, rule, 'remove it from one');
      owners.set(spelling, owner ?? key);
      if (spelling === spelling.toLowerCase()) continue;
      add(`[${index}].raw`, spelling, 'a spelling in rows is lower case', 'write it so');
    }
    if (pools.length === 1) {
      const remedy = 'name the others, or make it the raw spelling of this model';
      add(`[${index}].pools`, pools[0]!, 'pooled are two models or more', remedy);
    }
    if (pools.length > 0 && raw.length > 0) {
      const remedy = 'give the model that these rows are of an entry of its own';
      add(`[${index}].raw`, raw[0]!, 'an entry that pools models takes no rows', remedy);
    }
  }
  return problems;
}
