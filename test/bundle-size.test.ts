import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAX_BYTES = 1_400_000;

test('the upload is at most 1.4 MB gzipped', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'matchpoint-upload-'));
  try {
    const wrangler = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');
    const args = [wrangler, 'deploy', '--dry-run', '--outdir', outdir];
    execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'pipe' });
    const uploaded = readdirSync(outdir).filter((name) => !/\.(map|md)$/.test(name));
    expect(uploaded).toContain('index.js');
    const bytes = uploaded.map((name) => gzipSync(readFileSync(join(outdir, name))).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MAX_BYTES);
  } finally {
    rmSync(outdir, { recursive: true });
  }
});
