import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SITE_NAME } from '../../src/view/brand.ts';
import { REFERENCE_PATH, startRig } from './element-rig.ts';
import type { Rig } from './element-rig.ts';
import { elementScript } from './made-once.ts';
import { violationsIn } from './axe.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig(elementScript());
});
afterAll(() => rig.close());

const SRC = `src="HOST${REFERENCE_PATH}"`;
const FOUR = 'src="HOST/compare/m/four/a-vs-b-vs-c-vs-d"';

interface Case {
  readonly name: string;
  readonly attributes: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
}

describe('axe finds nothing', () => {
  const cases: readonly Case[] = [
    { name: 'chart and table, editable', attributes: `editable ${SRC}` },
    { name: 'chart alone', attributes: `view="chart" editable ${SRC}` },
    { name: 'table alone', attributes: `view="table" ${SRC}` },
    { name: 'card', attributes: `view="card" ${SRC}` },
    { name: 'four sides', attributes: `editable ${FOUR}` },
    { name: 'undecided', attributes: 'editable src="HOST/compare/m/undecided/a-vs-b"' },
    { name: 'disjoint', attributes: 'editable src="HOST/compare/m/disjoint/a-vs-b"' },
    { name: 'out of range', attributes: `editable at="400" ${SRC}` },
    { name: 'dark island', attributes: `theme="dark" editable ${FOUR}` },
    { name: 'dark page', attributes: `editable ${SRC}`, colorScheme: 'dark' },
    { name: '320 px', attributes: `editable ${FOUR}`, width: 320 },
  ];
  test.each(cases)('$name', async ({ attributes, colorScheme = 'light', width = 800 }) => {
    const page = await rig.open(`<matchpoint-compare ${attributes}></matchpoint-compare>`, {
      head: '<style>:root{color-scheme:light dark}</style>',
      colorScheme,
      viewport: { width, height: 900 },
    });
    const notes = page.getByText(/^\d notes?\b/);
    if ((await notes.count()) > 0) await notes.first().click();
    expect(await violationsIn(page)).toEqual([]);
    await page.close();
  });
});

// WCAG 2.2, 2.5.8; a box's label counts with it
test.each([320, 800])('every control is at least 24 px high and wide at %i px', async (width) => {
  const page = await rig.open(`<matchpoint-compare editable ${FOUR}></matchpoint-compare>`, {
    viewport: { width, height: 900 },
  });
  const controls = await page
    .locator('summary, button, select, input[type=number], label:has(input[type=checkbox])')
    .evaluateAll((all) =>
      all.map((it) => {
        const { width: wide, height: high } = it.getBoundingClientRect();
        return `${it.tagName} ${it.textContent} ${Math.min(wide, high) >= 24 ? 'fits' : high}`;
      }),
    );
  expect(controls.length).toBeGreaterThan(10);
  expect(controls.filter((control) => !control.endsWith('fits'))).toEqual([]);
  await page.close();
});

describe('what a screen reader meets', () => {
  test('the table', async () => {
    const page = await rig.open(
      `<matchpoint-compare view="table" metrics="throughput" at="100" ${SRC}></matchpoint-compare>`,
    );
    expect(await transcriptOf(page)).toMatchInlineSnapshot(`
      "- 'figure "Qwen 3.5 397B-A17B on B300 FP4: MTP vs Off At 100 tok/s/user: MTP 4,357 tok/s/GPU, Off 1,430 tok/s/GPU; MTP delivers 3.0× Off’s, at 67.2 % lower cost."':
        - strong: "Qwen 3.5 397B-A17B on B300 FP4: MTP vs Off"
        - paragraph: "At 100 tok/s/user: MTP 4,357 tok/s/GPU, Off 1,430 tok/s/GPU; MTP delivers 3.0× Off’s, at 67.2 % lower cost."
        - 'table "Qwen 3.5 397B-A17B on B300 FP4: MTP vs Off, read at 100 tok/s/user"':
          - caption: "Qwen 3.5 397B-A17B on B300 FP4: MTP vs Off, read at 100 tok/s/user"
          - rowgroup:
            - row "Interactivity tok/s/user 100":
              - columnheader "Interactivity tok/s/user"
              - columnheader "100"
          - rowgroup:
            - row "Throughput total tok/s/GPU":
              - rowheader "Throughput total tok/s/GPU"
            - row "MTP 4,357 , best, interpolated between 93 and 124":
              - rowheader "MTP"
              - cell "4,357 , best, interpolated between 93 and 124"
            - row "Off 1,430 , interpolated between 93 and 124":
              - rowheader "Off"
              - cell "1,430 , interpolated between 93 and 124"
            - row "Ratio 3.0× MTP ahead of Off":
              - rowheader "Ratio"
              - cell "3.0× MTP ahead of Off"
        - group: 2 notes, on the original figures
        - text: InferenceX by SemiAnalysis · published figures ·
        - link "SITE":
          - /url: HOST/compare/qwen-3-5/b300-fp4/mtp-vs-off?at=100
        - text: ", release 9f2c41d07a3e of 2026-11-23"
        - button "Copy link"
        - button "CSV"
        - status"
    `);
    await page.close();
  });

  test('the chart with its sliders', async () => {
    const page = await rig.open(
      `<matchpoint-compare view="chart" metrics="throughput" at="100" editable ${SRC}></matchpoint-compare>`,
    );
    expect(await transcriptOf(page)).toMatchInlineSnapshot(`
      "- 'figure "Qwen 3.5 397B-A17B on B300 FP4: MTP vs Off At 100 tok/s/user: MTP 4,357 tok/s/GPU, Off 1,430 tok/s/GPU; MTP delivers 3.0× Off’s, at 67.2 % lower cost."':
        - strong: "Qwen 3.5 397B-A17B on B300 FP4: MTP vs Off"
        - paragraph: "At 100 tok/s/user: MTP 4,357 tok/s/GPU, Off 1,430 tok/s/GPU; MTP delivers 3.0× Off’s, at 67.2 % lower cost."
        - 'img "Chart. Qwen 3.5 397B-A17B on B300 FP4: MTP vs Off: Throughput over interactivity. The table has its figures."': 0 1,000 2,000 3,000 4,000 5,000 100 120 140 Throughput, total tok/s/GPU Interactivity, tok/s/user 100 3.0× MTP Off
        - slider "Target 1, tok/s/user": "100"
        - text: Chart
        - combobox "Chart":
          - option "Throughput" [selected]
        - text: log scale
        - checkbox "log scale"
        - text: Prices
        - combobox "Prices":
          - option "hyperscaler" [selected]
          - option "neocloud"
          - option "3-year rental"
        - text: $/GPU-hr
        - spinbutton "$/GPU-hr": "2.34"
        - 'table "Qwen 3.5 397B-A17B on B300 FP4: MTP vs Off, read at 100 tok/s/user"':
          - caption: "Qwen 3.5 397B-A17B on B300 FP4: MTP vs Off, read at 100 tok/s/user"
          - rowgroup:
            - row "Interactivity tok/s/user 100":
              - columnheader "Interactivity tok/s/user"
              - columnheader "100"
          - rowgroup:
            - row "Throughput total tok/s/GPU":
              - rowheader "Throughput total tok/s/GPU"
            - row "MTP 4,357 , best, interpolated between 93 and 124":
              - rowheader "MTP"
              - cell "4,357 , best, interpolated between 93 and 124"
            - row "Off 1,430 , interpolated between 93 and 124":
              - rowheader "Off"
              - cell "1,430 , interpolated between 93 and 124"
            - row "Ratio 3.0× MTP ahead of Off":
              - rowheader "Ratio"
              - cell "3.0× MTP ahead of Off"
        - group: 2 notes, on the original figures
        - text: InferenceX by SemiAnalysis · published figures ·
        - link "SITE":
          - /url: HOST/compare/qwen-3-5/b300-fp4/mtp-vs-off?at=100
        - text: ", release 9f2c41d07a3e of 2026-11-23"
        - button "Copy link"
        - button "CSV"
        - status"
    `);
    await page.close();
  });
});

/** The accessibility tree of the figure, as text. */
async function transcriptOf(page: Page): Promise<string> {
  const tree = await page.locator('figure').ariaSnapshot();
  return tree.replaceAll(rig.host.origin, 'HOST').replace(`link "${SITE_NAME}"`, 'link "SITE"');
}
