import { rankMetric } from '../../core/ranking/rank-metrics.ts';
import type { Ranking } from '../../core/ranking/ranking-types.ts';
import { SITE_NAME } from '../brand.ts';
import type { Theme } from '../brand.ts';
import { listText, percentText, ratioText } from '../format.ts';
import { rankCredits } from '../text/ranking-credits.ts';
import { rankQuestion } from '../text/ranking-summary.ts';
import type { Words } from '../words/words.ts';
import { box, label } from './element.ts';
import type { CardElement } from './element.ts';
import { CARD_CONTENT, CARD_MARGIN, cardFrame } from './frame.ts';
import { rankCardRows } from './rank-rows.ts';
import { CARD_SIZE } from './size.ts';

const WIDTH = CARD_SIZE.width - 2 * CARD_MARGIN;
/** Sizes of the title, px: the largest at which it fits one line, else the last on two. */
const TITLE_SIZES = [38, 34, 31] as const;
/** width of a letter as a share of its size, on the generous side */
const CHARACTER = 0.54;
const EYEBROW = 30;
const VERDICT = 44;

/**
 * A ranking as a picture that says its result: the question, the first rows with their rank, number
 * and likely range, what the data do not tell apart, and what it was asked with; of which release
 * only where the picture is of that one for good.
 */
export function rankCard(
  r: Ranking,
  theme: Theme,
  all: Words,
  { isPinned }: { readonly isPinned: boolean } = { isPinned: false },
): CardElement {
  const title = rankQuestion(r, all);
  const one = TITLE_SIZES.find((px) => title.length * px * CHARACTER <= WIDTH);
  const size = one ?? 34;
  const above = EYEBROW + size * 1.2 * (one === undefined ? 2 : 1) + VERDICT + 16;
  return cardFrame(
    theme,
    box(
      { flexDirection: 'column', flexGrow: 1 },
      label({ fontSize: 22, color: theme.muted, lineClamp: 1 }, eyebrow(r, all)),
      label(
        { fontSize: size, fontWeight: 600, lineHeight: 1.2, marginTop: 4, lineClamp: 2 },
        title,
      ),
      label({ fontSize: 26, marginTop: 8, marginBottom: 10, lineClamp: 1 }, rankVerdict(r, all)),
      rankCardRows(r, theme, { width: WIDTH, height: CARD_CONTENT - above }, all),
    ),
    footer(r, all, isPinned),
  );
}

/** What the data say of the first row, in a few words. */
function rankVerdict(r: Ranking, { card: { rank: words }, ranking }: Words): string {
  if (r.lead === null) return ranking.none(ranking.where(r));
  const { outcome, ratio } = r.lead;
  if (outcome === 'only' || ratio === null) return words.only;
  if (outcome === 'level') return words.level;
  if (outcome === 'open') return words.open(r.rows.filter(({ rank }) => rank === 1).length);
  const isSaving = r.cost === null && rankMetric(r.by).isLowerBetter;
  return isSaving ? words.less(percentText(1 - 1 / ratio)) : words.times(ratioText(ratio));
}

function eyebrow(r: Ranking, { ranking }: Words): string {
  const named = (key: string) => ranking.filterKeys[key] ?? r.labels[key] ?? key;
  const filters = Object.values(r.asked).map((keys) => listText(keys.map(named), 'or'));
  return [r.model.label, r.workload.label, ranking.counts(r), ...filters].join(' · ');
}

/** What the figures rest on and what was asked; the last stands at the end of the line. */
function footer(r: Ranking, { card: words, ranking, figure }: Words, isPinned: boolean): string[] {
  const busy = r.util === 1 ? '' : figure.busy(r.util);
  const priced = figure.priced(
    { sides: r.rows, ownPrices: r.ownPrices },
    `${figure.tierNames[r.rates.tier] ?? r.rates.tier}, ${r.rates.asOf}`,
  );
  const isPriced = r.rows.some(({ usdPerGpuHour }) => usdPerGpuHour !== null);
  return [
    ranking.conditions(r).slice(2),
    isPriced ? words.rank.prices(priced) : words.notPriced,
    busy,
    words.rank.basis(r.basis),
    ranking.dates(r.rows).replace(/\.$/, ''),
    listText(rankCredits(r, ranking)),
    isPinned ? words.release(r.release.id.slice(0, 7)) : '',
    SITE_NAME,
  ].filter((part) => part !== '');
}
