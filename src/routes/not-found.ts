import type { Context } from 'hono';
import type { AppEnv } from '../env.ts';
import { movedAnswer } from '../http/answer.ts';
import { ProblemError } from '../http/problem-error.ts';
import { pinIn, requestOf, withRelease } from '../http/serve.ts';
import type { Services } from '../http/services.ts';
import { somePresets } from '../release/nearby.ts';
import { nearbyLinks } from './located.ts';
import { LANGUAGES, WORDS } from '../view/words/words.ts';

/**
 * The answer where no route is: addresses under `/zh` and with a slash at the end lead to those
 * without.
 *
 * @throws ProblemError with a few comparisons for all others
 */
export async function notFound(c: Context<AppEnv>, services: Services): Promise<Response> {
  const request = requestOf(c);
  const pin = pinIn(request);
  const { writtenPath, writtenQuery } = request;
  const plain = writtenPath.replace(/^\/zh(?=\/|$)/, '').replace(/\/+$/, '') || '/';
  // a path that starts with two slashes would lead to another host
  if (plain !== writtenPath && !/^\/[/\\]/.test(plain)) {
    return movedAnswer(`${plain}${writtenQuery}`);
  }
  return withRelease(c, services, pin, async (release) => {
    const nearest = nearbyLinks(somePresets(release), pin, WORDS[LANGUAGES[0]]);
    throw new ProblemError('not-found', `${request.path}: nothing has this address`, { nearest });
  });
}
