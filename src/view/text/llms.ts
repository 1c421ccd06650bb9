import type { Catalog } from '../../core/vocabulary.ts';

/**
 * What `/llms.txt` says: what can be asked of this site, with three calls that work as they stand.
 *
 * @param origin - scheme and host, without a slash at the end
 */
export function llmsText({ models, presets, vocabulary }: Catalog, origin: string): string {
  const [first, second] = presets.map(({ id }) => id);
  const compare = `${origin}/compare/${first ?? '<model>/<shared>/<side>-vs-<side>'}`;
  const keys = (entries: readonly { readonly key: string }[]) =>
    entries.map(({ key }) => key).join(', ');
  return `# Matchpoint

> Compares LLM inference benchmarks at the same interactivity (tok/s/user): throughput per GPU,
> cost per million tokens, throughput per megawatt, from measured or published operating points.

Addresses are ${origin}/compare/<model>/<shared tokens>/<side>-vs-<side>, up to four sides. Tokens
are joined with "-"; "_" stands for no shared tokens. What no token fixes is matched: all sides take
the same value. Append .json, .csv, .md or .chart.svg, or ask the page with Accept: text/markdown.

## Three calls

1. Every number of a comparison, with bounds, sources and notices:
   curl ${compare}.json
2. The same at your own targets and price, as Markdown:
   curl "${origin}/compare/${second ?? first ?? ''}.md?at=${middleTargets(presets)}&usd=2.85"
3. What can be compared: models, tokens, presets, rate cards:
   curl ${origin}/catalog.json

## Query

- at=93,124: targets in tok/s/user, 1 to 5 numbers
- basis=measured or published; pool=all for the best recipe of each side
- tier=hyperscaler, neocloud or rental; usd=2.85 or usd.b300=2.85; util=0.6; rates=<card>
- ttft=2: only points whose first token comes within 2 s
- release=<id>: the same data for ever; see ${origin}/releases.json

## Reading a document

- null is unknown, never zero. A status of below-range or above-range has no number on purpose.
- low and high bound an interpolated throughput. best.outcome is ahead, level or open; open: the data do not settle it.
- best.ratio is better/worse; a saving is 1 - 1/ratio and so below 100 %.
- Quote the interactivity, the $/GPU-hour and links.pinned beside a number.

## Tokens

- models: ${keys(models)}
- hardware: ${keys(vocabulary.hardware)}
- precision: ${keys(vocabulary.precision)}
- speculative decoding: ${keys(vocabulary.specMethod)}
- framework: ${keys(vocabulary.framework)}
- deployment: ${keys(vocabulary.deployment)}
- workload: ${keys(vocabulary.workload)}

## More

- [OpenAPI](${origin}/openapi.json)
- [Method: how the numbers are made](${origin}/method)
- [Sweeps of a model and workload](${origin}/sweeps/<model>/<workload>.json)
`;
}

/** Targets of the second preset, which lie in its range. */
function middleTargets(presets: Catalog['presets']): string {
  const { targets = [] } = presets[1] ?? presets[0] ?? {};
  return targets.slice(0, 2).join(',') || '50';
}
