import type * as z from 'zod/mini';

/** What checks an unknown value and makes a `T` of it, or says why not. */
export type Schema<T> = z.ZodMiniType<T>;
