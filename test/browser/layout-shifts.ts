import type { Page } from 'playwright-core';

/** Watches what moves on a page from its next frame on: {@link layoutShifts} has it. */
export async function watchShifts(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((done) => {
      requestAnimationFrame(() => requestAnimationFrame(done));
    });
    const shifts: PerformanceEntryList = [];
    const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: false });
    Object.assign(globalThis, { shiftsSoFar: () => [...shifts, ...observer.takeRecords()] });
  });
}

/** The shifts since {@link watchShifts}, by the share of the page that moved. */
export function layoutShifts(page: Page): Promise<readonly { readonly value: number }[]> {
  return page.evaluate('shiftsSoFar()');
}
