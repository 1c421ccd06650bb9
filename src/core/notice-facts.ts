import type { Range } from './range.ts';
import type { Dimension, NamedDimension } from './vocabulary.ts';

/** Runs that are not shown, or have something known about them: the same of all. */
interface RunFacts {
  readonly runs: readonly string[];
  /** in the words of whoever recorded the issue */
  readonly reason: string | null;
  readonly url: string | null;
}

/** Hardware that a rate card does not have, or not in that tier. */
interface UnknownRates {
  readonly labels: readonly string[];
  readonly rates: string;
  readonly tier: string;
}

/** What the sentence of each notice is made of. Labels are what readers call a thing. */
export interface NoticeFacts {
  /** the free dimensions in which the sides differ, and what each side has there; `null` = not stated */
  readonly mismatch: {
    readonly dimensions: readonly NamedDimension[];
    readonly sides: readonly {
      readonly label: string;
      readonly values: readonly (string | null)[];
    }[];
  };
  readonly disjoint: {
    readonly sides: readonly { readonly label: string; readonly range: Range }[];
  };
  readonly 'absent-side': { readonly labels: readonly string[] };
  /** sides that state first tokens, but none that comes within the limit (s) */
  readonly 'ttft-limit': { readonly labels: readonly string[]; readonly limit: number };
  /** how many points of a side a limit of the first token (s) leaves out as theirs is not stated */
  readonly 'ttft-unknown': {
    readonly sides: readonly {
      readonly label: string;
      readonly without: number;
      readonly of: number;
    }[];
    readonly limit: number;
  };
  /** targets (tok/s/user) that lie outside the range of a side */
  readonly 'out-of-range': {
    readonly sides: readonly {
      readonly label: string;
      readonly targets: readonly number[];
      readonly range: Range;
    }[];
  };
  /** newer runs, passed over for their few knots, and the knots of the run that is shown */
  readonly 'partial-run': {
    readonly sides: readonly {
      readonly label: string;
      readonly runs: readonly {
        readonly run: string;
        readonly date: string | null;
        readonly knots: number;
      }[];
      readonly shownKnots: number;
    }[];
  };
  readonly 'excluded-run': RunFacts;
  readonly 'known-issue': RunFacts;
  /** the slowest side takes at least `slow`, the quickest at most `quick` seconds to its first token */
  readonly 'ttft-apart': {
    readonly interactivity: number;
    readonly slow: { readonly label: string; readonly seconds: number };
    readonly quick: { readonly label: string; readonly seconds: number };
  };
  readonly 'dates-apart': {
    readonly days: number;
    readonly oldest: string;
    readonly newest: string;
  };
  /** software in which sides of one engine on one hardware differ, or runs; a text each once, in order */
  readonly 'software-apart': {
    /** runs of one system are compared, and nothing else */
    readonly isOfRuns: boolean;
    readonly differences: readonly {
      readonly kind: 'image' | 'tool';
      readonly sides: readonly { readonly label: string; readonly values: readonly string[] }[];
    }[];
  };
  /** sides that hold their 4-bit floats in different formats, in order of the sides */
  readonly 'fp4-formats': {
    readonly sides: readonly { readonly label: string; readonly format: string }[];
  };
  readonly 'mixed-frameworks': { readonly frameworks: readonly string[] };
  /** whose figures each side rests on; `null` = one's own measurements */
  readonly 'mixed-sources': {
    readonly sides: readonly {
      readonly label: string;
      readonly sources: readonly (string | null)[];
    }[];
  };
  /** targets between knots (tok/s/user) that are far apart, by side */
  readonly 'wide-gap': {
    readonly sides: readonly {
      readonly label: string;
      readonly left: number;
      readonly right: number;
    }[];
  };
  /** dimensions in which a side pools several values, and the sweeps of each side */
  readonly pooled: {
    readonly dimensions: readonly Dimension[];
    readonly sides: readonly { readonly label: string; readonly sweeps: number }[];
  };
  readonly sparse: {
    readonly sides: readonly { readonly label: string; readonly knots: number }[];
  };
  /** points that are medians of repeated runs */
  readonly repeats: {
    readonly sides: readonly {
      readonly label: string;
      /** runs a point, from the fewest to the most */
      readonly least: number;
      readonly most: number;
      /** factor by which the repeats of a point differ at most */
      readonly spread: number;
      readonly isEvery: boolean;
    }[];
  };
  /** points without a concurrency, for their client kept up none */
  readonly 'open-loop': {
    readonly sides: readonly {
      readonly label: string;
      /** how requests were sent instead, where it is stated, each once, in order of the knots */
      readonly sent: readonly string[];
      readonly isEvery: boolean;
    }[];
  };
  readonly 'spec-acceptance': {
    /** engines of more than one family; empty where all are of one, or none is stated */
    readonly frameworks: readonly string[];
    /** speculation is what is compared, rather than used by all sides */
    readonly isCompared: boolean;
  };
  readonly 'no-price': UnknownRates;
  readonly 'no-power': UnknownRates;
  readonly 'published-figures': {
    readonly rounded: 'none' | 'some' | 'all';
    /** whether the source says if figures include speculative decoding */
    readonly isSpeculationStated: boolean;
  };
}

/** What a notice is called in documents. */
export type NoticeCode = keyof NoticeFacts;
/** How much a notice weighs, the lightest first. */
export const SEVERITIES = ['info', 'warning'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Something the reader must know, as facts; the words make a sentence of them. */
export type Notice = {
  readonly [Code in NoticeCode]: {
    readonly code: Code;
    readonly severity: Severity;
    /** keys of the sides that it concerns, when not all */
    readonly sides?: readonly string[];
    readonly facts: NoticeFacts[Code];
  };
}[NoticeCode];
