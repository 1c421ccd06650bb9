/**
 * Markdown of the site whose links lead elsewhere, those that would lead nowhere left out.
 *
 * @param fileOf - what an address of the site leads to; `null` for nothing
 */
export function linkedMarkdown(markdown: string, fileOf: (path: string) => string | null): string {
  const link = /(?: · )?\[((?:[^[\]\\]|\\.)*)\]\((\/[^)\s]*)\)/g;
  return markdown.replaceAll(link, (whole, _label, path: string) => {
    const file = fileOf(path);
    return file === null ? '' : whole.replace(`](${path})`, () => `](${file})`);
  });
}
