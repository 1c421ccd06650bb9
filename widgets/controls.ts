import { parsePrices, parseTargets } from './edits.ts';
import type { Edits } from './edits.ts';

export type Control = HTMLInputElement | HTMLSelectElement;

/**
 * The control that an event is about, once what it holds is meant: while it is dragged or chosen
 * from, but of a typed number only when it is done, not at each digit. `null` for anything else.
 */
export function controlOf({ target, type }: Event): Control | null {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return null;
  return type === (target.type === 'number' ? 'change' : 'input') ? target : null;
}

/**
 * What a control's new value changes; `null` where it makes no sense, so that nothing does.
 *
 * @param at - the targets in the order of their inputs
 */
export function editOf(
  control: Control,
  at: readonly number[],
  { usd }: Pick<Edits, 'usd'>,
): Partial<Edits> | null {
  const { name, value } = control;
  if (name === 'at') {
    const target = parseTargets(value)?.[0];
    return target ? { at: at.with(placeOf(control), target) } : null;
  }
  if (name === 'metric') return { metric: value };
  if (name === 'log') return { isLog: control.matches(':checked') };
  if (name === 'tier') return { tier: value, usd: {} };
  const { [name]: _, ...others } = usd;
  return { usd: { ...others, ...parsePrices(`${name}=${value}`) } }; // empty: that of the rate card
}

/** Position among the inputs of its kind. */
export function placeOf(control: Control): number {
  return peersOf(control).indexOf(control);
}

/** The inputs of its kind, in order. */
export function peersOf(control: Control): Control[] {
  return [...control.parentElement!.children] as Control[];
}
