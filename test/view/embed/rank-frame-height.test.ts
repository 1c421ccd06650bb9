import { describe, expect, test } from 'vitest';
import { rankFrameHeight, tallestRankFrame } from '../../../src/view/embed/rank-frame-height.ts';
import { en } from '../../../src/view/words/en/index.ts';
import { shippedRanking } from '../fixtures/shipped-rankings.ts';

const ONE = shippedRanking('gptoss-120b/8k1k', { at: 100 });
const MANY = shippedRanking('deepseek-r1/8k1k', { at: 60, show: 'all' });

describe('about the height of a ranking in a frame', () => {
  // Measured in Chromium with the system's sans serif, px.
  const measured = [
    { of: 'five rows', r: ONE, width: 340, height: 1132 },
    { of: 'five rows', r: ONE, width: 600, height: 1001 },
    { of: 'five rows', r: ONE, width: 720, height: 934 },
    { of: 'five rows', r: ONE, width: 880, height: 1024 },
    { of: 'five rows', r: ONE, width: 1120, height: 993 },
    { of: 'five rows', r: ONE, width: 1200, height: 974 },
    { of: 'eight rows', r: MANY, width: 340, height: 1415 },
    { of: 'eight rows', r: MANY, width: 584, height: 1136 },
    { of: 'eight rows', r: MANY, width: 600, height: 1317 },
    { of: 'eight rows', r: MANY, width: 720, height: 1117 },
    { of: 'eight rows', r: MANY, width: 880, height: 1246 },
    { of: 'eight rows', r: MANY, width: 1024, height: 1175 },
    { of: 'eight rows', r: MANY, width: 1120, height: 1212 },
    { of: 'eight rows', r: MANY, width: 1200, height: 1175 },
  ];
  test.each(measured)('of $of, $width px wide', ({ r, width, height }) => {
    const about = rankFrameHeight(r, width, en);
    expect(about).toBeGreaterThanOrEqual(height);
    expect(about).toBeLessThan(height * 1.2 + 40);
  });

  test('the tallest has room for every column', () => {
    const tallest = tallestRankFrame(MANY, en);
    for (let width = 340; width <= 1200; width += 20) {
      expect(rankFrameHeight(MANY, width, en)).toBeLessThanOrEqual(tallest);
    }
  });
});
