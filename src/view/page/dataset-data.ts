import type { Comparison } from '../../core/comparison-types.ts';

/**
 * The comparison as a schema.org Dataset, for JSON-LD.
 *
 * @param page - absolute address of the page
 * @param credits - whose figures the sides rest on; empty where none has any
 * @param forms - media types and absolute addresses of what can be had of it
 */
export function datasetData(
  c: Comparison,
  page: string,
  forms: readonly { readonly type: string; readonly href: string }[],
  description: string,
  credits: string,
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
    url: page,
    identifier: c.specificId,
    version: c.release.id,
    dateModified: c.release.publishedAt,
    ...(dates.length > 0 && { temporalCoverage: `${dates[0]}/${dates.at(-1)}` }),
    ...(creators.length > 0 && {
      creator: creators.map((name) => ({ '@type': 'Organization', name })),
    }),
    ...(credits !== '' && { creditText: credits }),
    ...(licenses.length > 0 && { license: licenses }),
    isBasedOn: unique(sources.map(({ url }) => url)).slice(0, 12),
    variableMeasured: ['throughput, tok/s/GPU', 'USD per million tokens', 'tok/s/MW'],
    distribution: forms.map(({ type, href }) => ({
      '@type': 'DataDownload',
      encodingFormat: type,
      contentUrl: href,
    })),
  };
}
