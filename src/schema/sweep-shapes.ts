import * as z from 'zod/mini';
import { POINT_FACTS, byFact } from '../core/point-facts.ts';
import type { PointFacts } from '../core/point-facts.ts';
import { KEY_FIELDS, UNSTATED_SOURCE } from '../core/sweep.ts';
import type { Source, SweepKey } from '../core/sweep.ts';

/** A schema for each field of an object. */
export type Shape<T> = { readonly [F in keyof T]: z.ZodMiniType<T[F]> };

/**
 * Schemas that texts and numbers of a sweep are checked with: strict ones for a file that somebody
 * wrote, loose ones for a release that was built here.
 */
interface FieldReading {
  readonly text: z.ZodMiniType<string>;
  readonly amount: z.ZodMiniType<number>;
  readonly count: z.ZodMiniType<number>;
}

/** A field that may be `null` may also be left out: absent is `null`. */
export function maybe<T>(schema: z.ZodMiniType<T>): z.ZodMiniType<T | null> {
  return z._default(z.nullable(schema), null);
}

/** The facts of a point. */
export function factsShape(reading: FieldReading): Shape<PointFacts> {
  return byFact((name) =>
    maybe<string | number>(reading[POINT_FACTS[name].kind]),
  ) as unknown as Shape<PointFacts>;
}

/** The fields of a source; those with a form of their own are given. */
export function sourceShape(
  text: z.ZodMiniType<string>,
  own: Partial<Shape<Source>>,
): Shape<Source> {
  const names = Object.keys(UNSTATED_SOURCE) as (keyof Source)[];
  const shape = names.map((name) => [name, own[name] ?? maybe(text)]);
  return Object.fromEntries(shape) as Shape<Source>;
}

/** The fields of a sweep's key. */
export function keyShape(text: z.ZodMiniType<string>): Shape<SweepKey> {
  const shape = Object.entries(KEY_FIELDS).map(([name, kind]) => {
    if (kind === 'stated') return [name, text];
    return [name, kind === 'maybe' ? maybe(text) : z.enum(kind)];
  });
  return Object.fromEntries(shape) as Shape<SweepKey>;
}
