import { snippets } from '../../src/view/embed/snippets.ts';
import { en } from '../../src/view/words/en/index.ts';
import { DOCUMENTS, REFERENCE_PATH, htmlOf } from './element-rig.ts';
import type { HostTheme } from './host-themes.ts';
import type { Answer } from './sites.ts';

/** Widths of posts (px) with what is pasted there, and of one that is read closely. */
export const WIDTHS = [340, 390, 680, 1200];
const READ_WIDTH = 680;

/** Room for all the posts, each as high as all that is in it. */
export const FRAMES_SIZE = { width: 3400, height: 2800 };

/** The posts of a theme side by side: those of {@link WIDTHS}, and last the one that is read. */
export const FRAMES = `<div style="display:flex">${[
  ...WIDTHS.map((width) => frame('/post', width)),
  frame('/read', READ_WIDTH),
].join('')}</div>`;

function frame(path: string, width: number): string {
  return `<iframe title="A post" src="${path}" width="${width}" height="2600" style="border:0;flex:none"></iframe>`;
}

/** What a blog in a theme answers for {@link FRAMES}, by path. */
export async function postAnswers(
  { style, root = '', text = '' }: HostTheme,
  origin: string,
): Promise<Record<string, Answer>> {
  const head = `<style>${await style()}</style>`;
  const post = (embeds: string) => ({
    type: 'text/html',
    body: htmlOf(
      origin,
      `<div class="${text}"><p>Before.</p>${embeds}<p id="after">After.</p></div>`,
      { head, root, noScript: true },
    ),
  });
  const read = [null, 'card'].map((view) => pastedCode(origin, view, true)).join('');
  return {
    '/post': post(pastedCode(origin, null)),
    '/read': post(read.replaceAll('<matchpoint-compare', '$& loading="eager"')),
  };
}

/** The code to paste, as the builder has it. */
export function pastedCode(origin: string, view: string | null, isEditable = false): string {
  const page = `${origin}${REFERENCE_PATH}`;
  const choice = {
    comparison: DOCUMENTS[REFERENCE_PATH]!,
    page,
    png: `${page}.png`,
    badge: `${page}.svg`,
    embed: page,
    script: { url: `${origin}/widgets/matchpoint.js`, integrity: null },
    resizer: { url: `${origin}/widgets/resize.js`, integrity: null },
    document: null,
    view,
    metrics: null,
    theme: 'auto',
    isEditable,
  } as const;
  return snippets(choice, en).find(({ kind }) => kind === 'element')!.code;
}
