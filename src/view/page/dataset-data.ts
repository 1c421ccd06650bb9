import type { Comparison } from '../../core/comparison-types.ts';

const FORMS: Readonly<Record<string, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  md: 'text/markdown',
};

/** The comparison as a schema.org Dataset with its distributions, for JSON-LD. */
export function datasetData(
  c: Comparison,
  links: Readonly<Record<string, string>>,
  description: string,
): object {
  const sources = c.sides.flatMap((side) => side.sources);
  const unique = (values: readonly (string | null)[]) =>
    [...new Set(values)].filter((value) => value !== null);
  const licenses = unique(sources.map(({ license }) => license));
  const creators = unique(sources.map(({ attribution }) => attribution));
  const dates = unique(sources.map(({ date }) => date)).toSorted();
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: c.title,
    description,
    url: links['page'],
    identifier: c.specificId,
    version: c.release.id,
    dateModified: c.release.publishedAt,
    ...(dates.length > 0 && { temporalCoverage: `${dates[0]}/${dates.at(-1)}` }),
    ...(creators.length > 0 && {
      creator: creators.map((name) => ({ '@type': 'Organization', name })),
    }),
    ...(licenses.length > 0 && { license: licenses }),
    isBasedOn: unique(sources.map(({ url }) => url)).slice(0, 12),
    variableMeasured: ['throughput, tok/s/GPU', 'USD per million tokens', 'tok/s/MW'],
    distribution: Object.entries(FORMS).flatMap(([key, encodingFormat]) => {
      const contentUrl = links[key];
      return contentUrl === undefined
        ? []
        : { '@type': 'DataDownload', encodingFormat, contentUrl };
    }),
  };
}
