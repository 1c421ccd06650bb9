import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { packedChromium } from './packed-chromium.ts';

/** For one step of a test: only what fails takes as long, and a busy machine some of it. */
export const TIMEOUT_MS = 40_000;

const COMMANDS = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'chrome',
];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

// Quiet: a test browser has nothing to say to anyone but the page under test.
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A headless Chromium: the one `CHROME_PATH` names, else one installed on the system, else the one
 * an npm package brings (Linux on x64 only). The caller closes it.
 *
 * @throws Error when there is none
 */
export async function launchChromium(): Promise<Browser> {
  const system = systemChromium();
  const { path, env } = system === null ? await packedChromium() : { path: system, env: {} };
  return chromium.launch({
    executablePath: path,
    args: FLAGS,
    // Root may not use the sandbox, and many containers forbid it to everyone.
    chromiumSandbox: false,
    env: { ...process.env, ...env },
  });
}

function systemChromium(): string | null {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROME_PATH: no such file: ${named}`);
    return named;
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const commands = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...commands, ...APPLICATIONS].find((path) => existsSync(path)) ?? null;
}
