/**
 * On the page of a comparison, the model's other configurations: their live ranking in place of the
 * link to it, which stays as long as there is none. The controls of what only the server draws are
 * those of the ranking's own page. It comes alive with the element's script.
 *
 * @param fold - with a link to the ranking
 */
export function showOthers(fold: Element): void {
  const fallback = fold.querySelector('a')!;
  const { href } = fallback;
  const figure = document.createElement('matchpoint-rank');
  figure.setAttribute('src', href);
  // the page listens to those of the comparison
  for (const type of ['change', 'error', 'load']) {
    figure.addEventListener(`matchpoint-${type}`, (event) => event.stopPropagation());
  }
  const request = new XMLHttpRequest();
  request.open('GET', href);
  request.responseType = 'document'; // no text that would have to be trusted
  request.addEventListener('loadend', () => {
    const page = request.response as Document | null;
    const form = page?.querySelector<HTMLElement>('.rank-form');
    fallback.replaceWith(figure);
    figure.append(fallback);
    if (form) {
      form.hidden = true;
      figure.append(form);
    }
  });
  request.send();
}
