import { KEY } from '../core/tokens.ts';
import { sweepId } from '../core/sweep.ts';
import type { Sweep } from '../core/sweep.ts';
import { ProblemError, invalidQuery } from '../http/problem-error.ts';
import type { Ask, ReleaseRoute } from '../http/route.ts';
import { frontiersName } from '../kv/keys.ts';
import type { Release } from '../kv/store.ts';
import { readSweeps } from '../release/sweeps.ts';
import { pinKeys, sweepsPath } from '../view/links.ts';
import { sweepsDocument } from '../view/text/sweeps-json.ts';

/** Model and workload as a path names them. */
interface LocatedSweeps {
  readonly model: string;
  readonly workload: string;
}

const PATH = /^\/sweeps\/([^/]+)\/([^/]+)\.json$/;
const REFERENCE = '/sweeps/qwen-3-5/1k1k.json';
const POINTS = {
  description:
    'all: every point that was measured or published, in place of those that no other of their sweep beats',
  rule: 'is frontier or all',
  example: 'all',
};

/** `/sweeps/<model>/<workload>.json`: the data behind comparisons and rankings, as they were read. */
export const SWEEPS: ReleaseRoute<LocatedSweeps> = {
  path: '/sweeps/{model}/{workload}.json',
  patterns: ['/sweeps/*'],
  examples: [REFERENCE, `${REFERENCE}?points=all`],
  summary:
    'The default runs of a model and workload, each with its sources and the points of its frontier, or with all of its points; of a point every fact that is known, under the names and in the units that its units list',
  schema: 'Sweeps',
  medium: 'json',
  kind: 'data',
  keys: ['points', 'release'],
  meanings: { points: POINTS },
  find({ request: { path }, query: { keys } }) {
    const asked = path.toLowerCase();
    const [, model = '', workload = ''] = PATH.exec(asked) ?? [];
    if (!KEY.test(model) || !KEY.test(workload)) {
      const rule = 'is /sweeps/<model>/<workload>.json, each a key';
      throw new ProblemError('invalid-address', `${path}: an address of sweeps ${rule}`);
    }
    const { points = 'frontier' } = keys;
    if (points === 'measured') throw invalidQuery({ key: 'points', value: points, ...POINTS });
    return { value: { model, workload }, path: asked };
  },
  async make(ask, located) {
    const { release, request, query } = ask;
    const { model, workload } = located;
    const blob = await release.workload(frontiersName(model, workload));
    if (blob === null) throw noSweeps(ask, located);
    const { id, publishedAt } = release.manifest;
    const isWhole = query.keys['points'] === 'all';
    const sweeps = isWhole ? await wholeSweeps(release, located, blob.sweeps) : blob.sweeps;
    const about = { release: { id, publishedAt }, model, workload, isWhole };
    const href = (points: object) =>
      `${request.origin}${sweepsPath(model, workload, { ...pinKeys(query.release), ...points })}`;
    const links = { frontiers: href({}), points: href({ points: 'all' }) };
    return JSON.stringify(sweepsDocument({ ...about, sweeps, links }, ask.words));
  },
};

/** The same sweeps in the same order, with every point. */
async function wholeSweeps(
  release: Release,
  { model }: LocatedSweeps,
  frontiers: readonly Sweep[],
): Promise<Sweep[]> {
  const { entriesOf } = await release.withSweeps([model]);
  const byId = new Map(entriesOf(model).map((entry) => [sweepId(entry), entry]));
  const entries = frontiers.map((sweep) => byId.get(sweepId(sweep))!);
  const sweepOf = await readSweeps(release, entries, true);
  return entries.map(sweepOf);
}

function noSweeps({ release, request, query }: Ask, { model }: LocatedSweeps): ProblemError {
  const prefix = frontiersName(model, '');
  const nearest = Object.keys(release.manifest.data)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .map((key) => ({
      label: `${model} ${key}`,
      href: sweepsPath(model, key, pinKeys(query.release)),
    }));
  const detail = `${request.path}: no sweeps of this model and workload`;
  return new ProblemError('not-found', detail, { nearest });
}
