import type { ProblemSlug } from '../view/words/words.ts';
import { StoreError } from '../kv/store-error.ts';
import type { StoreRefusal } from '../kv/store-error.ts';

const STATUS = {
  'invalid-address': 400,
  'invalid-query': 400,
  'not-found': 404,
  gone: 410,
  'method-not-allowed': 405,
  'rate-limited': 429,
  'not-implemented': 501,
  unavailable: 503,
} as const satisfies Record<ProblemSlug, number>;

/** What a refusal may carry beside its detail. */
interface ProblemFacts {
  /** what may have been meant; `href` is a path */
  readonly nearest?: readonly { readonly label: string; readonly href: string }[];
  /** further members of the problem document */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal, thrown wherever it is found out. `detail` says the thing, the value, the rule. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly slug: ProblemSlug;
  readonly facts: ProblemFacts;

  constructor(slug: ProblemSlug, detail: string, facts: ProblemFacts = {}) {
    super(detail);
    this.slug = slug;
    this.facts = facts;
  }

  get status(): number {
    return STATUS[this.slug];
  }
}

/** The refusal of a query value that breaks the rule of its key. */
export function invalidQuery(broken: {
  readonly key: string;
  readonly value: string;
  readonly rule: string;
}): ProblemError {
  const { key, value, rule } = broken;
  return new ProblemError('invalid-query', `${key}=${value}: ${key} ${rule}`, {
    more: { key, value, rule },
  });
}

/** The error as a refusal, those of the store too; `null` for one that nobody foresaw. */
export function problemOf(error: Error): ProblemError | null {
  if (error instanceof ProblemError) return error;
  return error instanceof StoreError ? storeProblem(error.refusal) : null;
}

/** Seconds after which a client may ask again when KV gave nothing. */
const RETRY_S = 10;

function storeProblem(refusal: StoreRefusal): ProblemError {
  if (refusal.kind === 'unavailable') {
    const headers = { 'Retry-After': String(RETRY_S) };
    return new ProblemError('unavailable', refusal.detail, { headers });
  }
  const { release, kind, pointer } = refusal;
  const current = pointer.release;
  if (kind === 'gone') {
    const detail = `release ${release} has been removed; the current one is ${current}`;
    return new ProblemError('gone', detail, { more: { current } });
  }
  const releases = pointer.releases.filter(({ state }) => state === 'live').map(({ id }) => id);
  const more = { current, releases };
  return new ProblemError('not-found', `release ${release} is not listed`, { more });
}
