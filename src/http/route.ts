import type { Words } from '../view/words/words.ts';
import type { Release } from '../kv/store.ts';
import type { Parameter } from '../schema/parameter.ts';
import type { ParameterName } from '../schema/query-parameters.ts';
import type { Query, QueryKeys } from '../schema/query.ts';
import type { NegotiatedMedium } from './accept.ts';
import type { RequestAddress } from './address.ts';
import type { Medium } from './media.ts';
import type { Services } from './services.ts';

/** The content of an answer: text, or bytes. */
export type Body = string | Uint8Array<ArrayBuffer>;

/** What a route is given: one whole release, the address as asked, its query checked. */
export interface Ask {
  readonly release: Release;
  readonly request: RequestAddress;
  readonly query: Query;
  /** of the language that is asked for */
  readonly words: Words;
  /** the deployed version of the code */
  readonly build: string;
  /**
   * Draws a card, one at a time in an isolate, and counts it against what the client may have drawn.
   *
   * @param scale - pixels a unit: a larger one counts for more
   * @throws ProblemError when that is used up, or too many wait
   */
  readonly drawing: <T>(scale: 0.5 | 1 | 2, draw: () => Promise<T>) => Promise<T>;
  readonly toDocument: Services['toDocument'];
  /**
   * What `use` makes of another release, where an answer is about two.
   *
   * @throws StoreError if no such release is listed, or it is gone
   */
  readonly withOther: <T>(id: string, use: (release: Release) => Promise<T>) => Promise<T>;
}

/** What a route knows of an address before it makes the answer: enough for a redirect or a 304. */
export interface AddressMatch<T> {
  readonly value: T;
  /** canonical path */
  readonly path: string;
  /** canonical query, where it is not that of what was asked: the path leads elsewhere */
  readonly keys?: QueryKeys;
  /** what the entity tag names in place of the address */
  readonly tag?: string;
  /** in place of the route's */
  readonly medium?: Medium;
  /** the address holds a hash of what it answers, so that it may be kept for ever */
  readonly isHashed?: boolean;
}

interface Described {
  /** the address, its parts in braces, as OpenAPI has it */
  readonly path: string;
  /** Hono's patterns that lead here, where the path has parts or other spellings */
  readonly patterns?: readonly string[];
  /** what a path ends with: of the routes of one pattern, the longest that fits answers */
  readonly extension?: string;
  /** addresses that answer; at least one, each of them a test */
  readonly examples: readonly string[];
  readonly summary: string;
  /** name of the answer's schema in the OpenAPI description, if it has a shape */
  readonly schema?: string;
  readonly medium: Medium;
}

/** How the description of the API explains a query key. */
type KeyMeaning = Pick<Parameter<unknown>, 'description' | 'rule' | 'example'>;

/** An address that a release answers. */
export interface ReleaseRoute<T = unknown> extends Described {
  /** pages live a minute even when their data are pinned; a status is never stored */
  readonly kind: 'data' | 'page' | 'status';
  /**
   * query keys it takes; of others, pages drop those that only count readers, and all else is
   * refused
   */
  readonly keys: readonly ParameterName[];
  /** what some of them mean here, where that is not what they mean elsewhere */
  readonly meanings?: Readonly<Partial<Record<ParameterName, KeyMeaning>>>;
  /** any query is answered as it stands: no redirect to the canonical spelling, unknown keys ignored */
  readonly isLenient?: boolean;
  /** any page may frame it */
  readonly isFramed?: boolean;
  /** it refuses with a picture */
  readonly isPicture?: boolean;
  /** it refuses with a badge */
  readonly isBadge?: boolean;
  /** the release asked for, where that is not the query's own `release` */
  readonly pinOf?: (request: RequestAddress) => string | null;
  /**
   * By default the path as asked, in lower case.
   *
   * @throws ProblemError for what cannot be read, or is not there
   */
  readonly find?: (ask: Ask) => AddressMatch<T> | Promise<AddressMatch<T>>;
  /**
   * @param found - the value of `find`
   * @throws ProblemError for what the release does not have
   */
  make(ask: Ask, found: T): Body | Promise<Body>;
  /** what a client gets that prefers another medium at this address */
  readonly negotiated?: Readonly<Record<NegotiatedMedium, ReleaseRoute<T>['make']>>;
}

/** An address whose answer follows from the deployed code alone, the same until the next deploy. */
interface FixedRoute extends Described {
  readonly kind: 'fixed';
  readonly make: (request: RequestAddress) => string;
}

/** An address that is served: one that reads a release, or one that is the same for all. */
export type Route = ReleaseRoute | FixedRoute;
