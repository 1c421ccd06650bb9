/** Elements that wait for their turn, in the order of the page, each with what goes on then. */
const waiting: [element: Element, goOn: () => void][] = [];

/**
 * Resolves when it is the turn of an element to do what takes long: one element a task, from what is
 * in sight downwards and then up from there, so that a page with many of them answers its reader in
 * between.
 *
 * @param delayMs - least time until then
 */
export function turn(element: Element, delayMs?: number): Promise<void> {
  return new Promise((goOn) => {
    waiting.push([element, goOn]);
    setTimeout(callOne, delayMs); // as many calls as there are that wait
  });
}

function callOne(): void {
  const next = waiting.findIndex(([element]) => element.getBoundingClientRect().bottom > 0);
  waiting.splice(next, 1)[0]![1](); // all are above: -1, which is the last
}
