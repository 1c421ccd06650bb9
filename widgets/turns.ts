/** Elements that wait for their turn, first come first, each with what goes on then. */
const waiting: [element: Element, goOn: () => void][] = [];

/**
 * Resolves when it is the turn of an element to do what takes long: one element a task, those in
 * sight first, so that a page with many of them answers its reader in between.
 */
export function turn(element: Element): Promise<void> {
  return new Promise((goOn) => {
    if (waiting.push([element, goOn]) === 1) setTimeout(callNext);
  });
}

function callNext(): void {
  const inSight = waiting.findIndex(([element]) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
  const [called] = waiting.splice(Math.max(0, inSight), 1);
  if (waiting[0]) setTimeout(callNext);
  called![1]();
}
