import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compile } from 'tailwindcss';
import typography from '@tailwindcss/typography';

/** A theme that pages of others have, light or dark, as the page says it. */
export interface HostTheme {
  readonly name: string;
  readonly style: () => string | Promise<string>;
  /** attributes of the root element, where they choose between light and dark */
  readonly root?: string;
  /** classes around the text */
  readonly text?: string;
  /** what the reader prefers, where the theme follows it */
  readonly prefers?: 'dark';
}

const { resolve } = createRequire(import.meta.url);

function file(path: string): () => string {
  return () => readFileSync(resolve(path), 'utf8');
}

async function prose(): Promise<string> {
  const { build } = await compile('@plugin "@tailwindcss/typography";@tailwind utilities;', {
    loadModule: (path, base) => Promise.resolve({ path, base, module: typography }),
  });
  const ground = 'body{margin:0;font-family:system-ui}.slate{background:#0f172a}';
  return build(['prose', 'prose-invert', 'prose-lg']) + ground;
}

const BOOTSTRAP = file('bootstrap/dist/css/bootstrap.min.css');
const PICO = file('@picocss/pico/css/pico.min.css');
const SIMPLE = file('simpledotcss/simple.min.css');
const BULMA = file('bulma/css/bulma.min.css');
const INFIMA = file('infima/dist/css/default/default.min.css');

/** Every theme, light and dark; five of the dark ones set no `color-scheme`. */
export const HOST_THEMES: readonly HostTheme[] = [
  { name: 'Bootstrap', style: BOOTSTRAP, text: 'container' },
  { name: 'Bootstrap, dark', style: BOOTSTRAP, text: 'container', root: 'data-bs-theme="dark"' },
  { name: 'Pico', style: PICO, text: 'container' },
  { name: 'Pico, dark', style: PICO, text: 'container', root: 'data-theme="dark"' },
  {
    name: 'GitHub Markdown',
    style: file('github-markdown-css/github-markdown-light.css'),
    text: 'markdown-body',
  },
  {
    name: 'GitHub Markdown, dark',
    style: file('github-markdown-css/github-markdown-dark.css'),
    text: 'markdown-body',
  },
  { name: 'Simple', style: SIMPLE },
  { name: 'Simple, dark', style: SIMPLE, prefers: 'dark' },
  { name: 'Sakura', style: file('sakura.css/css/sakura.css') },
  { name: 'Sakura, dark', style: file('sakura.css/css/sakura-dark.css') },
  { name: 'Water', style: file('water.css/out/light.css') },
  { name: 'Water, dark', style: file('water.css/out/dark.css') },
  { name: 'Bulma', style: BULMA, text: 'container content' },
  { name: 'Bulma, dark', style: BULMA, text: 'container content', root: 'data-theme="dark"' },
  { name: 'Infima', style: INFIMA, text: 'container markdown' },
  { name: 'Infima, dark', style: INFIMA, text: 'container markdown', root: 'data-theme="dark"' },
  { name: 'Tailwind prose', style: prose, text: 'prose prose-lg' },
  { name: 'Tailwind prose, dark', style: prose, text: 'slate prose prose-lg prose-invert' },
];
