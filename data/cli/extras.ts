import { presetCards } from '../pictures/preset-cards.ts';
import { startProgress } from './progress.ts';
import type { Extras } from '../publish/publish.ts';
import type { BuiltRelease } from '../release/release.ts';
import { elementFiles } from '../widgets/script.ts';

/**
 * What a release carries beside its data: pictures of presets and this build's element scripts.
 *
 * @param publishedAt - ISO 8601, UTC
 */
export async function releaseExtras(release: BuiltRelease, publishedAt: string): Promise<Extras> {
  const progress = startProgress('Drawing', 'cards');
  let drawn = 0;
  const cards = await presetCards(release, publishedAt, (step) => {
    drawn = step.drawn;
    progress.update(step.done, step.total);
  });
  progress.end(
    cards.size === 0 ? 'no card: no preset' : `${cards.size} cards, ${drawn} of them anew`,
  );
  return { cards, scripts: await elementFiles() };
}
