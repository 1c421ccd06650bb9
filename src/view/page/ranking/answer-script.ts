import { js } from '../../markup/js.ts';

/**
 * Has the sentences of a ranking's page follow what its reader changes in the figure: they are muted
 * until the server has said the new ones. Links to the ranking's other forms follow too. Constant, for
 * the policy names it by its hash.
 */
export const ANSWER_SCRIPT = js`
  document.addEventListener('matchpoint-change', ({ detail: { answer, link } }) => {
    const find = (selector) => document.querySelector(selector);
    const said = ['h1', '.lead', '.leading', '.notices'].map(find);
    for (const place of said) place.classList.toggle('pending', !answer);
    const { pathname, search } = new URL(link);
    for (const a of document.querySelectorAll('.section a')) if (a.pathname.startsWith(pathname + '.')) a.search = search;
    if (!answer) return;
    const [title, lead, leading, notices] = said;
    title.textContent = answer.title;
    document.title = document.title.replace(/^.*(?= · )/, answer.title);
    lead.textContent = answer.answer;
    leading.textContent = answer.leading ?? '';
    notices.replaceChildren(...answer.notices.map(({ severity, text }) => {
      const line = document.createElement('li');
      const word = document.createElement('b');
      line.className = severity;
      word.textContent = notices.dataset[severity];
      line.append(word, ' ', text);
      return line;
    }));
  });
`;
