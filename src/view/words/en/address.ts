import { listText } from '../../format.ts';
import { MAX_ID_LENGTH, MAX_SIDES } from '../../../core/limits.ts';
import type { AddressRule } from '../../../core/tokens.ts';

/** What is said of comparison addresses: their titles, and the rules that they can break. */
export const address = {
  /** labels of the model, of what all sides share (may be empty) and of the sides */
  title: (model: string, shared: string, sides: readonly string[]) =>
    `${model}${shared && ` on ${shared}`}: ${sides.join(' vs ')}`,
  /** the same where the model is said already */
  shortTitle: (shared: string, sides: readonly string[]) =>
    `${shared && `${shared}: `}${sides.join(' vs ')}`,
  /** two sides came to the same run */
  sameRun: ([first, second]: readonly [string, string], run: string, runs: readonly string[]) =>
    `two sides are the same run: ${first} and ${second} both come to that of ${run}; ` +
    (runs.length === 1
      ? 'there is no other run to compare it with'
      : `the runs are ${listText(runs)}; name two of them by ~label, or by days, of which each means the newest run up to it`),
  rules: {
    length: `an address has at most ${MAX_ID_LENGTH} characters`,
    shape: 'an address is <model>/<shared tokens or _>/<side>-vs-<side>',
    'side-count': `a comparison has 2 to ${MAX_SIDES} sides joined with -vs-`,
    'empty-side': 'no side may be empty',
    'same-dimensions': 'every side names the same dimensions',
    'shared-or-side': 'a dimension is shared or on the sides, not both',
    'sides-alike': 'no two sides are alike',
    hardware: 'the hardware is named, shared or by each side',
    model: 'the key of a model is letters and digits, with single hyphens between',
    'model-first': 'such an address starts with a model',
    token: 'a token is a hardware, precision, spec method, framework, deployment, workload or run',
    'run-label':
      'a run label is ~ and lower-case letters, digits and single hyphens, and stands last',
    'dimension-once': 'a list of tokens names each dimension once',
  } satisfies Readonly<Record<AddressRule, string>>,
};
