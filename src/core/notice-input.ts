import type { ComparedSide, TargetValues } from './comparison-types.ts';
import type { NoticeCode, NoticeFacts, Severity } from './notice-facts.ts';
import type { Basis, Sweep } from './sweep.ts';
import type { Dimension, NamedDimension, ModelEntry, Vocabulary } from './vocabulary.ts';

/** Everything that the rules of a comparison's notices look at. */
export interface NoticeInput {
  /** the model compared; `undefined` where the catalog does not have it */
  readonly model: ModelEntry | undefined;
  readonly basis: Basis;
  readonly compared: readonly Dimension[];
  readonly mismatch: readonly NamedDimension[];
  readonly sides: readonly ComparedSide[];
  /** per side, the sweeps that its curve was made of */
  readonly sweeps: readonly (readonly Sweep[])[];
  readonly values: readonly TargetValues[];
  readonly isDisjoint: boolean;
  readonly ttftLimit: number | null;
  readonly rates: { readonly id: string; readonly tier: string };
  readonly vocabulary: Vocabulary;
}

/** What a rule found: facts, and the keys of the sides concerned when not all. */
interface Finding<Code extends NoticeCode> {
  readonly facts: NoticeFacts[Code];
  readonly sides?: readonly string[];
}

/** How serious notices are, and where each holds: its findings, none where it does not. */
export type NoticeRules = {
  readonly [Code in NoticeCode]?: readonly [
    severity: Severity,
    find: (input: NoticeInput) => readonly Finding<Code>[],
  ];
};

/** Keys of sides, for a finding. */
export function sideKeys(sides: readonly { readonly key: string }[]): string[] {
  return sides.map(({ key }) => key);
}

/** Labels of sides, for a finding. */
export function sideLabels(sides: readonly { readonly label: string }[]): string[] {
  return sides.map(({ label }) => label);
}
