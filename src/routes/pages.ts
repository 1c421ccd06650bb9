import { FORMS } from '../forms.ts';
import type { ReleaseRoute } from '../http/route.ts';
import { releaseExamples } from '../release/examples.ts';
import { homeContent } from '../release/home.ts';
import { rankedWorkloads } from '../release/ranking.ts';
import { homePage } from '../view/page/home-page.ts';
import { methodPage } from '../view/page/method-page.ts';

const page = { medium: 'html', kind: 'page', keys: ['lang', 'release'] } as const;

export const PAGES: readonly ReleaseRoute[] = [
  {
    ...page,
    path: '/',
    examples: ['/'],
    summary: 'The home page: comparisons with their answers, and a picker',
    async make({ release, request, query, words, toDocument }) {
      const { id, publishedAt } = release.manifest;
      const index = await release.withSweeps();
      return toDocument(
        homePage(
          {
            canonical: `${request.origin}/`,
            ...homeContent(index, (model) => rankedWorkloads(release, model)),
            pin: query.release,
            example: releaseExamples(index).comparison?.id ?? null,
            forms: FORMS,
            release: { id, publishedAt },
          },
          words,
        ),
      );
    },
  },
  {
    ...page,
    path: '/method',
    examples: ['/method'],
    summary: 'How the numbers are made, and what each problem type means',
    make: ({ request, words, toDocument }) =>
      toDocument(methodPage({ canonical: `${request.origin}/method` }, words)),
  },
];
