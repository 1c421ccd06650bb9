import { createHash } from 'node:crypto';
import { h } from '../../src/view/markup/markup.ts';
import type { Markup } from '../../src/view/markup/markup.ts';

/**
 * A page with the Content-Security-Policy that its files need, for a folder has no headers: blocks
 * by their hash, everything else from beside the page.
 */
export function withPolicy(page: Markup): Markup {
  const policy = [
    "default-src 'none'",
    ["script-src 'self'", ...hashesOf(page, 'script')].join(' '),
    ['style-src', ...hashesOf(page, 'style')].join(' '),
    "img-src 'self' data:",
    "connect-src 'self'", // the button that copies the card
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const meta = h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy });
  const [head, ...rest] = page.children as readonly [Markup, ...Markup[]];
  const [charset, ...others] = head.children;
  return { ...page, children: [{ ...head, children: [charset!, meta, ...others] }, ...rest] };
}

function hashesOf(node: Markup | string, tag: 'script' | 'style'): string[] {
  if (typeof node === 'string') return [];
  if (node.tag !== tag) return [...new Set(node.children.flatMap((child) => hashesOf(child, tag)))];
  const isBlock = node.attrs['src'] === undefined && node.attrs['type'] !== 'application/json';
  const digest = createHash('sha256').update(node.children.join('')).digest('base64');
  return isBlock ? [`'sha256-${digest}'`] : [];
}
