import { setTimeout as pause } from 'node:timers/promises';
import { buildElementScript } from '../../data/widgets/script.ts';
import { contrastsIn } from './contrast.ts';
import { htmlOf, startHost } from './element-rig.ts';
import { firefoxPath, startFirefox } from './firefox.ts';
import type { FirefoxTab } from './firefox.ts';
import { FRAMES, FRAMES_SIZE, WIDTHS, postAnswers } from './host-posts.ts';
import { HOST_THEMES } from './host-themes.ts';
import type { HostTheme } from './host-themes.ts';
import { gate, startSite } from './sites.ts';
import { AXE } from './axe.ts';

const TIMEOUT_MS = 40_000;

/** What of a post is looked at: where what follows the embed stands, and what is too wide, px. */
interface Place {
  readonly top: number;
  readonly overflow: number;
}

/** An expression of a value of each post. */
function ofPosts(value: string): string {
  return `Promise.all([...document.querySelectorAll('iframe')].map(({ contentWindow: w }) => ${value}))`;
}
const PLACES = ofPosts(
  `({ top: w.document.querySelector('#after')?.getBoundingClientRect().top ?? -1,
      overflow: w.document.documentElement.scrollWidth - w.document.documentElement.clientWidth })`,
);
const DRAWN = ofPosts(
  `[...w.document.querySelectorAll('matchpoint-compare')].every((it) => it.comparison)`,
);
const FAINT = ofPosts(`w.eval(${JSON.stringify(`(${contrastsIn})()`)})`);
const VIOLATIONS = ofPosts(
  `w.eval(${JSON.stringify(`${AXE};axe.run('matchpoint-compare').then(({ violations }) => violations.map(({ id }) => id))`)})`,
);

/** Resolves when an expression gives only true values. */
async function allOf(tab: FirefoxTab, expression: string): Promise<void> {
  const end = Date.now() + TIMEOUT_MS;
  while (!(await tab.evaluate<boolean[]>(expression)).every(Boolean)) {
    if (Date.now() > end) throw new Error(`not within ${TIMEOUT_MS} ms: ${expression}`);
    await pause(50);
  }
}

/** What is wrong with the posts in a theme; empty for nothing. */
async function faultsOf(tab: FirefoxTab, theme: HostTheme): Promise<string[]> {
  const built = buildElementScript();
  const [host, script, blog] = await Promise.all([startHost(built), built, startSite()]);
  try {
    const held = gate();
    const body = script.text;
    host.answers['/widgets/matchpoint.js'] = { type: 'text/javascript', body, after: held.opened };
    Object.assign(blog.answers, await postAnswers(theme, host.origin));
    const outer = htmlOf(host.origin, FRAMES, { noScript: true });
    blog.answers['/'] = { type: 'text/html', body: outer };
    await tab.goto(blog.origin);
    await allOf(
      tab,
      `Promise.all([${ofPosts(`w.document.querySelector('#after') !== null`)}, [location.origin === '${blog.origin}' && document.querySelectorAll('iframe').length > ${WIDTHS.length}]]).then((all) => all.flat())`,
    );
    const before = await tab.evaluate<Place[]>(PLACES);
    held.open();
    await allOf(tab, DRAWN);
    const after = await tab.evaluate<Place[]>(PLACES);
    const faint = await tab.evaluate<string[][]>(FAINT);
    const violations = await tab.evaluate<string[][]>(VIOLATIONS);
    return [
      ...WIDTHS.flatMap((width, i) => {
        const moved = after[i]!.top - before[i]!.top;
        return [
          Math.abs(moved) > 24 && `${width} px: moved by ${moved} px`,
          after[i]!.overflow > 0 && `${width} px: ${after[i]!.overflow} px too wide`,
        ].filter((it) => it !== false);
      }),
      ...new Set([...faint.flat(), ...violations.flat()]),
    ];
  } finally {
    await Promise.all([host.close(), blog.close()]);
  }
}

const path = firefoxPath();
if (path === null) {
  console.log(`Skipped: no firefox-esr or firefox on the path, and FIREFOX_PATH names none`);
} else {
  for (const prefers of ['light', 'dark'] as const) {
    const tab = await startFirefox(path, FRAMES_SIZE, prefers);
    try {
      for (const theme of HOST_THEMES.filter((it) => (it.prefers ?? 'light') === prefers)) {
        const faults = await faultsOf(tab, theme);
        console.log(`${faults.length === 0 ? 'passed' : 'FAILED'}  ${theme.name}`);
        for (const fault of faults) console.log(`        ${fault}`);
        if (faults.length > 0) process.exitCode = 1;
      }
    } finally {
      await tab.close();
    }
  }
}
