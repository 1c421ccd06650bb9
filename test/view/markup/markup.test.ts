import { describe, expect, test } from 'vitest';
import { toDocument, toHtml } from '../../../src/view/markup/html.ts';
import { h } from '../../../src/view/markup/markup.ts';

describe('toHtml', () => {
  const cases = [
    { name: 'text is escaped', tree: h('p', null, '<b>&"'), html: '<p>&lt;b&gt;&amp;&quot;</p>' },
    {
      name: 'so are attributes',
      tree: h('p', { title: '"><x' }),
      html: '<p title="&quot;&gt;&lt;x"></p>',
    },
    {
      name: 'null and false are left out',
      tree: h('p', { id: null, hidden: false }),
      html: '<p></p>',
    },
    { name: 'true is an empty attribute', tree: h('p', { hidden: true }), html: '<p hidden></p>' },
    { name: 'zero stays', tree: h('td', { colspan: 0 }), html: '<td colspan="0"></td>' },
    { name: 'void elements do not close', tree: h('br', null), html: '<br>' },
    { name: 'SVG elements do', tree: h('path', { d: 'M0 0' }), html: '<path d="M0 0"></path>' },
    {
      name: 'lists are flat',
      tree: h('p', null, ['a', [h('i', null, 'b')], null, false]),
      html: '<p>a<i>b</i></p>',
    },
    {
      name: 'control characters go',
      tree: h('p', null, 'a\0b\u0008'),
      html: '<p>a\ufffdb\ufffd</p>',
    },
    {
      name: 'a style stands as it is',
      tree: h('style', null, 'a>b{}'),
      html: '<style>a>b{}</style>',
    },
  ];
  test.each(cases)('$name', ({ tree, html }) => expect(toHtml(tree)).toBe(html));

  test('JSON cannot end its script', () => {
    const data = JSON.stringify({ name: '</script><script>alert(1)' });
    const html = toHtml(h('script', { type: 'application/ld+json' }, data));
    expect(html.indexOf('</script>')).toBe(html.length - '</script>'.length);
    expect(JSON.parse(html.slice(html.indexOf('>') + 1, -'</script>'.length))).toEqual(
      JSON.parse(data),
    );
  });

  test.each(['</style>', 'a<!--'])('a style holding %s is refused', (text) => {
    expect(() => toHtml(h('style', null, text))).toThrow(RangeError);
  });

  test('a document has its doctype', () => {
    expect(toDocument(h('html', null))).toBe('<!doctype html>\n<html></html>\n');
  });
});

describe('links', () => {
  test.each(['javascript:alert(1)', ' javascript:x', 'data:text/html,x', 'vbscript:x', 'x'])(
    '%s is no link',
    (href) => expect(h('a', { href }, 'x').attrs).toEqual({}),
  );
  test.each(['https://a.example/', 'http://a.example', '/compare/x', '?at=1', '#sources'])(
    '%s is one',
    (href) => expect(h('a', { href }, 'x').attrs).toEqual({ href }),
  );
});
