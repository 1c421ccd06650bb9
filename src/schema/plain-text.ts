import * as z from 'zod/mini';

/** Characters of a label, licence or attribution; longer ones do not fit any view. */
export const MAX_LABEL_LENGTH = 200;
/** Characters of an image's name, an address or a reason. */
export const MAX_TEXT_LENGTH = 2000;

/** Control characters, those that turn the direction of text, line separators, half of a pair. */
const UNPRINTABLE = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\p{Cs}]/u;
/** Nothing to see: white space, format characters, and letters that are drawn as blanks. */
const BLANK = /^[\p{Z}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]*$/u;

/**
 * Why a text of the data cannot be shown as it is.
 *
 * @param max - characters that it may have
 * @returns the rule that it breaks; `null` where it breaks none
 */
export function textRule(text: string, max = MAX_TEXT_LENGTH): string | null {
  if (text.length > max) return `a text of at most ${max} characters`;
  if (UNPRINTABLE.test(text)) return 'a text without control, direction and line characters';
  return BLANK.test(text) ? 'a text that is not blank' : null;
}

/** A text that views can show on one line. */
export function plainText(max: number): z.ZodMiniType<string> {
  return z.string().check((context) => {
    const rule = textRule(context.value, max);
    if (rule !== null) context.issues.push({ code: 'custom', input: context.value, message: rule });
  });
}
