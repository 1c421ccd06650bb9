import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

/** A browser to start, and what its environment needs beyond the usual. */
export interface PackedChromium {
  path: string;
  env: Record<string, string>;
}

/**
 * The Chromium that an npm package brings, unpacked once per install.
 *
 * @throws Error where it cannot run: not Linux on x64, or a system library is missing
 */
export async function packedChromium(): Promise<PackedChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no Chrome or Chromium found: install one, or set CHROME_PATH to it');
  }
  const folder = join(CACHE, 'chromium');
  const path = join(folder, 'chromium');
  if (!existsSync(path)) await unpack(folder);

  const fonts = fontSettings(folder);
  if (missingLibraries(path, {}).length === 0) return { path, env: fonts };

  const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
  const missing = missingLibraries(path, libraries);
  if (missing.length > 0) {
    throw new Error(`the packed Chromium lacks ${missing.join(', ')}: install Chrome instead`);
  }
  return { path, env: { ...fonts, ...libraries } };
}

/**
 * Unpacks beside `folder` and renames, so that a half-written browser is never started. The package
 * unpacks to TMPDIR, and its system libraries only where it believes to be on AWS: told to a process
 * of its own, for whatever else starts meanwhile in this one would have its files in that folder.
 */
async function unpack(folder: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const fresh = mkdtempSync(`${folder}-`);
  const code = `await (await import('@sparticuz/chromium')).default.executablePath()`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw error; // else another process was first
  }
}

/** A machine without fontconfig has no fonts either; Chromium would draw no text. */
function fontSettings(folder: string): Record<string, string> {
  if (existsSync('/etc/fonts/fonts.conf')) return {};
  const settings = join(folder, 'fonts.conf');
  const directories = [join(folder, 'fonts'), '/usr/share/fonts']
    .map((directory) => `<dir>${directory}</dir>`)
    .join('');
  const cache = `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`;
  writeFileSync(settings, `<?xml version="1.0"?><fontconfig>${directories}${cache}</fontconfig>\n`);
  return { FONTCONFIG_FILE: settings };
}

function missingLibraries(path: string, env: Record<string, string>): string[] {
  const listing = execFileSync('ldd', [path], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return [...listing.matchAll(/^\s*(\S+) => not found/gm)].map(([, name = '']) => name);
}
