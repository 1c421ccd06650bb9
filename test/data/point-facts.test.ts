import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buildRelease } from '../../data/release/release.ts';
import { POINT_FACTS, byFact } from '../../src/core/point-facts.ts';
import type { FactName, PointFacts } from '../../src/core/point-facts.ts';
import { modelIndexSchema, sweepSchema } from '../../src/schema/release.ts';
import { sweepFileSchema } from '../../src/schema/sweep-file.ts';
import { sweepFileText } from '../../data/import/files.ts';
import { importTexts, row } from './import/rows.ts';
import { POINT, VALID, measuredSweep } from './load/valid-data-set.ts';

const NAMES = Object.keys(POINT_FACTS) as FactName[];
/** A value for every fact: text where it is one, else a number of more digits than a release keeps. */
const FACTS = byFact((name) => {
  const { kind } = POINT_FACTS[name];
  if (kind === 'text') return `some ${name}`;
  return kind === 'count' ? 8 : 1.23456789012 + NAMES.indexOf(name);
}) as PointFacts;

/** The same at the 9 significant digits that files and releases keep. */
const KEPT = byFact((name) => {
  const value = FACTS[name];
  return typeof value === 'number' ? Number(value.toPrecision(9)) : value;
});

test('every fact is kept by a release, numbers at 9 significant digits', () => {
  const sweep = { ...measuredSweep('1', null), points: [{ ...POINT, ...FACTS }] };
  const { manifest, blobs } = buildRelease({ ...VALID, sweeps: [sweep] });
  const read = (hash: string): unknown => JSON.parse(blobs.get(hash)!);
  const { points } = modelIndexSchema.parse(read(manifest.data['i/ant']!.hash));
  const [point] = sweepSchema.parse(read(points[0]!.hash)).points;
  expect(point).toMatchObject(KEPT);
});

test('every fact with a column is read from it, written to a file and read back', async () => {
  const named = NAMES.filter((name) => POINT_FACTS[name].column !== null);
  const cells = named.map((name) => [POINT_FACTS[name].column, FACTS[name]] as const);
  const { files } = await importTexts([
    JSON.stringify([{ ...row(), ...Object.fromEntries(cells) }]),
  ]);
  const [point] = sweepFileSchema.parse(JSON.parse(sweepFileText(files[0]!))).sweeps[0]!.points;
  expect(point).toMatchObject(Object.fromEntries(named.map((name) => [name, KEPT[name]])));
});

test('the README says the unit of every fact', async () => {
  const readme = await readFile(new URL('../../data/README.md', import.meta.url), 'utf8');
  const lines = readme.split('\n').filter((line) => line.startsWith('|'));
  const unsaid = NAMES.filter((name) => {
    const { unit } = POINT_FACTS[name];
    return unit !== null && !lines.some((l) => l.includes(`\`${name}\``) && l.includes(unit));
  });
  expect(unsaid).toEqual([]);
});
