import { en } from '../view/words/en/index.ts';
import { FORMS, OFFERS, formNamed } from '../forms.ts';
import type { ComparisonForm } from '../form.ts';
import type { Ask, Body, ReleaseRoute } from '../http/route.ts';
import { OLD_KINDS } from '../release/locate.ts';
import type { LocatedComparison } from '../release/locate.ts';
import { comparisonLinks, comparisonPath } from '../view/links.ts';
import { cardAddress } from './card.ts';
import { formRoutes } from './form-routes.ts';
import { answerAt, comparisonAt } from './located.ts';

const REFERENCE = '/compare/qwen-3-5/b300-fp4/mtp-vs-off';
const OLD_REFERENCE = '/compare-spec-decode/qwen-3-5-b300-fp4-mtp-vs-none';

/** `/compare/…`, and addresses of the older kind, which lead there. */
const PATTERNS = ['compare', ...OLD_KINDS].flatMap((kind) => [`/${kind}/*`, `/zh/${kind}/*`]);

/**
 * `/compare/<model>/<shared>/<sides>` in every form, and the cards whose address names their
 * content.
 */
export const COMPARISONS: readonly ReleaseRoute<LocatedComparison>[] = [
  ...formRoutes(FORMS, {
    path: '/compare/{model}/{shared}/{sides}',
    patterns: PATTERNS,
    examples: [[REFERENCE], [REFERENCE, '?at=100,120&usd=3.1&usd.b300=2.85'], [OLD_REFERENCE]],
    summary: (name) => `A comparison: ${en.forms[name].about}`,
    find(ask, extension) {
      const value = comparisonAt(ask, ask.request.path);
      return { value, path: comparisonPath(value.id, {}, extension) };
    },
    make: made,
  }),
  hashedCard(),
];

/** `/cards/<hash>/<id>.png`: a card for ever; under a hash of another time, the card as it is now. */
function hashedCard(): ReleaseRoute<LocatedComparison> {
  const form = formNamed('png');
  return {
    path: '/cards/{hash}/{model}/{shared}/{sides}.png',
    patterns: ['/cards/:hash/*'],
    examples: [`/cards/0123456789abcdef/${REFERENCE.slice('/compare/'.length)}.png`],
    summary: 'A card under an address that names its content: link previews show it',
    medium: 'png',
    kind: 'data',
    keys: form.takes,
    isPicture: true,
    async find(ask) {
      const { request, query } = ask;
      const path = request.path.replace(/^\/cards\/[^/]*/, '/compare');
      const value = comparisonAt(ask, path);
      const plain = comparisonPath(value.id, {}, form.extension);
      if (path !== plain) return { value, path: plain };
      const isHashed =
        `${request.writtenPath}${request.writtenQuery}` ===
        (await cardAddress(ask, value.id, query.keys));
      return {
        value,
        path: request.writtenPath,
        isHashed,
        tag: comparisonPath(value.id, query.keys, form.extension),
      };
    },
    make: (ask, found) => made(ask, found, form),
  };
}

async function made(ask: Ask, found: LocatedComparison, form: ComparisonForm): Promise<Body> {
  const published = await form.published?.(ask, found);
  if (published != null) return published;
  const { query, request } = ask;
  const comparison = await answerAt(ask, found, query);
  const links = comparisonLinks(comparison, request.origin, query.keys, OFFERS);
  return form.view({ ask, located: found, comparison, links });
}
