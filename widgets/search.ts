/**
 * What every page of this site runs. Its search box: `/` leads to it from anywhere, and what makes it
 * suggest comes when it is used first. Without either it is a plain form.
 */
const box = document.querySelector<HTMLInputElement>('[role=search] input');

if (box !== null) {
  const start = () => void import('./suggestions.js').then(({ suggest }) => suggest(box));
  if (document.activeElement === box) start();
  else box.addEventListener('focus', start, { once: true });

  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (key !== '/' || ctrlKey || metaKey || altKey || isTyping(event)) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

// what a comparison stands among comes when it is unfolded
const others = document.querySelector('#others');
const show = () => {
  void import('./suggestions.js').then(({ showOthers }) => showOthers(others!));
  void import('./matchpoint-rank.js' as string);
};
others?.addEventListener('toggle', show, { once: true });

/** Whether a key goes into a text; inputs of the element are inside its shadow. */
function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement && target.matches('input, select, textarea, [contenteditable]')
  );
}

export {};
