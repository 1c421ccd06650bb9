/** Whether a browser is asking: its `Accept` names HTML. */
export function wantsHtml(accept: string | undefined): boolean {
  return quality(accept, 'text/html') > 0;
}

/** Whether Markdown is named, and at least as welcome as HTML. Browsers never name it. */
export function wantsMarkdown(accept: string | undefined): boolean {
  const markdown = quality(accept, 'text/markdown');
  return markdown > 0 && markdown >= quality(accept, 'text/html');
}

/** The weight of a media type that is named itself, not by a wildcard; 0 if it is not. */
function quality(accept: string | undefined, type: string): number {
  for (const range of accept?.toLowerCase().split(',') ?? []) {
    const [name, ...parameters] = range.split(';').map((part) => part.trim());
    if (name !== type) continue;
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    const value = weight === undefined ? 1 : Number(weight.slice(2));
    return value >= 0 ? Math.min(1, value) : 0;
  }
  return 0;
}
