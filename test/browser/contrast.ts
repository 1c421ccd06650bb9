/**
 * What in the elements of a page is too faint to be seen, as `4.02 text`: text under 4.5:1 on what is
 * behind it, curves and marks under 3:1. Runs in the page, so it uses nothing of this file.
 */
export function contrastsIn(): string[] {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  /** what a pixel shows of colours over each other, the first one below */
  const blend = (colours: readonly string[]): number[] => {
    context.clearRect(0, 0, 1, 1);
    for (const colour of colours) {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
    }
    const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b];
  };
  const luminance = (channels: number[]) => {
    const [r, g, b] = channels.map((channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const ratio = (one: number[], other: number[]) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light! + 0.05) / (dark! + 0.05);
  };
  /** backgrounds from the page's own up to an element's */
  const grounds = (element: Element | null): string[] => {
    if (!element) return ['#fff'];
    const above = element.parentElement ?? (element.getRootNode() as ShadowRoot).host;
    return [...grounds(above), getComputedStyle(element).backgroundColor];
  };
  const faint: string[] = [];
  for (const host of document.querySelectorAll('matchpoint-compare')) {
    const root = host.shadowRoot!;
    const check = (element: Element, colour: string, least: number, name: string) => {
      const ground = grounds(element);
      const seen = ratio(blend([...ground, colour]), blend(ground));
      if (seen < least) faint.push(`${seen.toFixed(2)} ${name}`);
    };
    for (const element of root.querySelectorAll('*')) {
      if (element.closest('.visually-hidden,.unseen,option,title') || !element.checkVisibility()) {
        continue;
      }
      const style = getComputedStyle(element);
      const texts = Array.from(element.childNodes).filter((it) => it.nodeType === 3);
      const text = texts
        .map((it) => it.textContent)
        .join('')
        .trim();
      const isDrawn = element instanceof SVGElement;
      if (text) check(element, isDrawn ? style.fill : style.color, 4.5, text.slice(0, 40));
      if (element.matches('.curve')) check(element, style.stroke, 3, 'curve');
      if (element.matches('.marker')) check(element, style.stroke, 3, 'marker');
      if (element.matches('input,select,button')) check(element, style.borderTopColor, 3, 'border');
    }
  }
  return [...new Set(faint)];
}
