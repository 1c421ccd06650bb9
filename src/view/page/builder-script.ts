import { js } from '../markup/js.ts';

/** Copies the code beside each button; constant, for the policy names it by its hash. */
export const BUILDER_SCRIPT = js`
  for (const button of document.querySelectorAll('[data-snippet]')) {
    button.hidden = !navigator.clipboard;
    button.addEventListener('click', async () => {
      const said = button.textContent;
      await navigator.clipboard.writeText(document.getElementById(button.dataset.snippet).textContent);
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = said; }, 2000);
    });
  }
`;
