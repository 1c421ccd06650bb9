import { ratioText, targetText } from '../../format.ts';
import { SITE_NAME } from '../../brand.ts';

export const home = {
  title: 'LLM inference benchmarks, compared at the same speed per user',
  lead: [
    'One GPU can serve many people slowly or a few people fast, so two benchmark results mean something only at the same speed per user.',
    `${SITE_NAME} reads both sides of a comparison at the same interactivity, from curves through measured or published operating points, and says how far those points carry the answer.`,
    'Every comparison is one address: a page for people, JSON, CSV and Markdown for everything else.',
  ],
  featured: 'Comparisons',
  ratio: (ratio: number, isAhead: boolean) => `${isAhead ? '' : '~'}${ratioText(ratio)}`,
  leadOf: (side: string, over: string, at: number, isAhead: boolean) =>
    `${side} over ${over} at ${targetText(at)} tok/s/user${isAhead ? '' : ', not settled by the data'}`,
  levelAt: (at: number) => `likely within 5\u202f% at ${targetText(at)} tok/s/user`,
  level: 'level',
  noLead: 'ranges do not overlap',
  picker: 'Find a comparison',
  pickerLead: 'By model, then by hardware.',
  address: 'One address, all its forms',
  addressLead:
    'The path names the model, what all sides share and the sides. Whatever it leaves open is matched: all sides take the same value.',
  queries: [
    [{ at: '60,120' }, 'read at your own speeds, tok/s/user'],
    [{ usd: '2.85', util: '0.6' }, 'at your own price per GPU-hour and utilisation'],
    [{ ttft: '2' }, 'only points whose first token comes within 2 s'],
  ] as readonly (readonly [Readonly<Record<string, string>>, string])[],
  pinned: 'the same data for ever',
};
