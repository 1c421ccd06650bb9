import { SITE_NAME } from '../../src/view/brand.ts';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { shippedPackages } from './shipped-packages.ts';
import type { ShippedPackage } from './shipped-packages.ts';
import { MIT_TERMS, WRITTEN_DOWN_LICENCES } from './package-licences.ts';
import type { PackageLicence } from './package-licences.ts';

const LICENSE_FILE = /^(licen[cs]e|copying|notice)/i;
/** `owner/name` on GitHub, in any of the ways in which a manifest may name a repository. */
const REPOSITORY = /^(?:.*github\.com[:/]|github:)?([\w.-]+\/[\w.-]+?)(?:\.git)?(?:#.*)?$/;
const RULE = '-'.repeat(80);
/** Whose file has the terms of the MPL, which are the same for everyone. */
const MPL_HOLDER = 'satori';

/**
 * THIRD_PARTY_NOTICES: of every package that ships in the Worker its name, version, licence, where
 * its source is and the text of the licence, by name.
 *
 * @param root - where package-lock.json and node_modules are
 * @throws Error where a package has no licence text and none is written down for it
 */
export function thirdPartyNotices(root: string): string {
  const sections = shippedPackages(root).map(
    (shipped) => `${heading(root, shipped)}\n\n${licenceText(root, shipped)}\n`,
  );
  return [
    `The Worker of ${SITE_NAME} ships with code and fonts of these packages, under their own licences.\n` +
      'Made by data/notices/write.ts from what is installed.\n',
    ...sections,
  ].join(`\n${RULE}\n`);
}

function heading(root: string, { name, version, license, bundledBy }: ShippedPackage): string {
  const versioned = version === '' ? name : `${name} ${version}`;
  if (bundledBy !== null) {
    return `${versioned} (${unstatedOf(name)?.license}), a part of ${bundledBy}`;
  }
  const source = sourceAddress(root, name);
  return `${versioned} (${license})${source === null ? '' : `\n${source}`}`;
}

/** Where the source of an installed package is; `null` where its manifest does not say. */
function sourceAddress(root: string, name: string): string | null {
  const manifest = JSON.parse(
    readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'),
  ) as { readonly repository?: string | { readonly url: string } };
  const { repository } = manifest;
  const url = typeof repository === 'object' ? repository.url : repository;
  const path = url === undefined ? undefined : REPOSITORY.exec(url)?.[1];
  return path === undefined ? null : `https://github.com/${path}`;
}

function unstatedOf(name: string): PackageLicence | undefined {
  return WRITTEN_DOWN_LICENCES.find((entry) => entry.name === name);
}

function licenceText(root: string, { name, bundledBy }: ShippedPackage): string {
  const unstated = unstatedOf(name);
  const files = bundledBy === null ? licenceFiles(root, name) : [];
  if (files.length > 0 && unstated === undefined) return files.join('\n\n');
  if (files.length > 0) {
    throw new Error(
      `data/notices/unstated.ts has an entry for ${name}, which has a licence file now: remove it`,
    );
  }
  if (unstated === undefined) {
    throw new Error(
      `${name}, which ships in the Worker, has no licence file: look up its terms and add it to data/notices/unstated.ts`,
    );
  }
  const terms =
    unstated.license === 'MIT'
      ? MIT_TERMS
      : `Under the terms of the ${unstated.license}, which stand at ${MPL_HOLDER}.`;
  return `${unstated.copyright}\n\n${terms}`;
}

/** The texts of a package's licence files, without white space at the ends of lines. */
function licenceFiles(root: string, name: string): string[] {
  const folder = join(root, 'node_modules', name);
  return readdirSync(folder)
    .filter((file) => LICENSE_FILE.test(file))
    .toSorted()
    .map((file) =>
      readFileSync(join(folder, file), 'utf8')
        .replaceAll(/[\t \r]+$/gm, '')
        .trim(),
    );
}
