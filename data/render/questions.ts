/** As much of a comparison's or ranking's document as tells what it asks. */
interface Answer {
  readonly targets?: readonly number[];
  readonly sides?: readonly Readonly<Record<string, unknown>>[];
  readonly rows?: readonly Readonly<Record<string, unknown>>[];
}

/** What says how a document is written, where it is or what else there is, and at which targets. */
const WORDING = new Set(
  (
    'id specificId title links targets values summary notices alternatives moreAlternatives ' +
    'bestRecipe equalLoads shared matched labels'
  ).split(' '),
);

/**
 * A text that is equal for two documents which answer the same question of the same data, at whatever
 * targets: so a link finds the file of its comparison, however it names it.
 */
export function documentQuestion(document: object): string {
  const { sides = [], rows = [], ...rest } = document as Answer;
  const asked = Object.entries(rest).filter(([name]) => !WORDING.has(name));
  const unnamed = sides.map(({ key: _, label: __, ...side }) => side);
  const unlinked = rows.map(({ links: _, ...row }) => row);
  return JSON.stringify([Object.fromEntries(asked), unnamed, unlinked]);
}
