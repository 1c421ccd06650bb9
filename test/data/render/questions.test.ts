import { expect, test } from 'vitest';
import { documentQuestion } from '../../../data/render/questions.ts';

const DOCUMENT = {
  version: 1,
  id: 'mo-1/g1/off-vs-mtp',
  targets: [50],
  rates: { id: '2026-07', tier: 'neocloud' },
  sides: [{ key: 'off', label: 'Off', usdPerGpuHour: 2 }],
  notices: [{ code: 'sparse', text: 'Few points.' }],
  summary: ['At 50 tok/s/user …'],
  links: { page: '/compare/mo-1/g1/off-vs-mtp' },
};

test.each([
  ['its address', { id: 'mo-1/g1-1k1k/off-vs-mtp' }],
  ['its targets', { targets: [60] }],
  ['its notices', { notices: [] }],
  ['its sentences', { summary: [] }],
  ['its links', { links: {} }],
  ['names of sides', { sides: [{ key: 'g1-off', label: 'G1 Off', usdPerGpuHour: 2 }] }],
])('a document with other words for %s asks the same', (_, other) => {
  expect(documentQuestion({ ...DOCUMENT, ...other })).toBe(documentQuestion(DOCUMENT));
});

test.each([
  ['prices', { sides: [{ key: 'off', label: 'Off', usdPerGpuHour: 3 }] }],
  ['a tier', { rates: { id: '2026-07', tier: 'rental' } }],
])('a document with other %s does not', (_, other) => {
  expect(documentQuestion({ ...DOCUMENT, ...other })).not.toBe(documentQuestion(DOCUMENT));
});
