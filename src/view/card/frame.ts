import type { Theme } from '../brand.ts';
import { box, label } from './element.ts';
import type { CardElement } from './element.ts';
import { CARD_SIZE } from './size.ts';

/** Space at the left and the right of a card, px. */
export const CARD_MARGIN = 48;
/** px of the footnotes at most; beside them stands the name of the site */
const NOTES = 960;
/** Height of a card above its footnotes, px. */
export const CARD_CONTENT = 494;

/**
 * A card: its content, and a line of what that rests on.
 *
 * @param footnotes - the last stands at the end of the line
 */
export function cardFrame(
  theme: Theme,
  content: CardElement,
  footnotes: readonly string[],
): CardElement {
  const notes = footnotes.slice(0, -1).join(' · ');
  return box(
    {
      ...CARD_SIZE,
      flexDirection: 'column',
      padding: `${CARD_MARGIN - 4}px ${CARD_MARGIN}px 24px`,
      background: theme.page,
      color: theme.ink,
      fontFamily: 'Inter, Inter Ext',
    },
    content,
    box(
      {
        justifyContent: 'space-between',
        gap: 24,
        borderTop: `1px solid ${theme.hairline}`,
        paddingTop: 12,
        fontSize: 20,
        color: theme.muted,
      },
      label(
        {
          lineClamp: 2,
          flexShrink: 1,
          maxWidth: NOTES,
          ...(notes.length > 88 ? { fontSize: 17 } : {}),
        },
        notes,
      ),
      label({ color: theme.ink, fontWeight: 600, flexShrink: 0 }, footnotes.at(-1) ?? ''),
    ),
  );
}
