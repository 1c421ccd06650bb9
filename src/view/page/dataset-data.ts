import type { SideSource } from '../../core/comparison-types.ts';
import { statedOnce } from '../stated-once.ts';

/** What a page answers, as far as a catalog of data sets wants to know. */
interface DatasetFacts {
  readonly name: string;
  readonly description: string;
  /** absolute address of the page */
  readonly page: string;
  readonly id: string;
  readonly release: { readonly id: string; readonly publishedAt: string };
  readonly sources: readonly SideSource[];
  /** whose figures it rests on; empty where nobody's are */
  readonly credits: string;
  readonly variables: readonly string[];
  /** addresses of sources to name at most */
  readonly mostSources: number;
  /** media types and absolute addresses of what can be had of it */
  readonly forms: readonly { readonly type: string; readonly href: string }[];
}

/** A schema.org Dataset, for JSON-LD. */
export function datasetData(facts: DatasetFacts): object {
  const { name, description, page, id, release, sources, credits, variables, forms } = facts;
  const licenses = statedOnce(sources.map(({ license }) => license));
  const creators = statedOnce(sources.map(({ attribution }) => attribution));
  const dates = statedOnce(sources.map(({ date }) => date)).toSorted();
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name,
    description,
    url: page,
    identifier: id,
    version: release.id,
    dateModified: release.publishedAt,
    ...(dates.length > 0 && { temporalCoverage: `${dates[0]}/${dates.at(-1)}` }),
    ...(creators.length > 0 && {
      creator: creators.map((creator) => ({ '@type': 'Organization', name: creator })),
    }),
    ...(credits !== '' && { creditText: credits }),
    ...(licenses.length > 0 && { license: licenses }),
    isBasedOn: statedOnce(sources.map(({ url }) => url)).slice(0, facts.mostSources),
    variableMeasured: variables,
    distribution: forms.map(({ type, href }) => ({
      '@type': 'DataDownload',
      encodingFormat: type,
      contentUrl: href,
    })),
  };
}
