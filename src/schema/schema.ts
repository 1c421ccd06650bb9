import type * as z from 'zod/mini';

/** A check of an unknown value that makes a `T` of it, or says why not. */
export type Schema<T> = z.ZodMiniType<T>;
