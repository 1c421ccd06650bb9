import type { Comparison } from '../core/comparison-types.ts';
import type { Medium } from '../http/media.ts';
import type { Release } from '../kv/store.ts';
import type { ComparisonQuery } from '../schema/query.ts';
import { chartSvg } from '../view/text/chart-svg.ts';
import { comparisonPage } from '../view/page/comparison-page.ts';
import { comparisonCsv } from '../view/text/csv.ts';
import { toDocument } from '../view/markup/html.ts';
import { comparisonDocument } from '../view/text/json.ts';
import type { Links } from '../view/links.ts';
import { comparisonMarkdown } from '../view/text/markdown.ts';
import type { PageImage } from '../view/page/page.ts';
import { en as builderWords } from '../view/embed/builder-page.ts';
import { snippets } from '../view/embed/snippets.ts';
import type { Located } from '../release/locate.ts';
import { otherPresets } from '../release/nearby.ts';

export interface ViewInput {
  readonly medium: Medium;
  readonly comparison: Comparison;
  readonly links: Links;
  readonly release: Release;
  readonly query: ComparisonQuery;
  readonly located: Located;
  readonly preview: PageImage;
}

/** A comparison in the form that is asked for: one value, many views. */
export function comparisonView({
  medium,
  comparison,
  links,
  release,
  query,
  located,
  preview,
}: ViewInput): string {
  switch (medium) {
    case 'json':
      return JSON.stringify(comparisonDocument(comparison, links));
    case 'csv':
      return comparisonCsv(comparison, links);
    case 'md':
      return comparisonMarkdown(comparison, links);
    case 'svg':
      return chartSvg(comparison, { theme: query.theme });
    default:
      return toDocument(
        comparisonPage({
          comparison,
          links: { ...links },
          query: { ...query, lang: 'en' },
          rates: release.manifest.catalog.rates.map(({ id }) => id),
          neighbours: otherPresets(release, located.address, query.release),
          embeds: embedsOf(comparison, links),
          image: preview,
        }),
      );
  }
}

/** The two lines to copy; every other way is the builder's. */
function embedsOf(comparison: Comparison, links: Links) {
  const { origin } = new URL(links.page);
  const choice = {
    comparison,
    page: links.specific,
    png: links.specific.replace(/(?=\?|$)/, '.png'),
    embed: links.embed,
    script: { url: `${origin}/widgets/matchpoint.js`, integrity: null },
    view: null,
    metrics: null,
    theme: 'auto',
    isEditable: false,
    document: null,
  } as const;
  return snippets(choice)
    .filter(({ kind }) => kind === 'element' || kind === 'markdown')
    .map(({ kind, code }) => ({ label: builderWords.kinds[kind], code }));
}
