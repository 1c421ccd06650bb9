import { PNG } from 'pngjs';

const COLUMNS = 3;
/** Each pixel of the sheet is the mean of this many by this many. */
const SHRINK = 2;
const GAP = 12;

/**
 * One picture of many: all of one size, side by side at half of it, in the order of the list.
 *
 * @param pictures - at least one
 * @returns the sheet as PNG
 * @throws RangeError without a picture
 */
export function contactSheet(pictures: readonly PNG[]): Buffer {
  const first = pictures[0];
  if (first === undefined) throw new RangeError('a contact sheet needs a picture');
  const [width, height] = [first.width / SHRINK, first.height / SHRINK].map(Math.floor) as [
    number,
    number,
  ];
  const rows = Math.ceil(pictures.length / COLUMNS);
  const sheet = new PNG({
    width: COLUMNS * (width + GAP) + GAP,
    height: rows * (height + GAP) + GAP,
  });
  for (const [i, picture] of pictures.entries()) {
    const left = GAP + (i % COLUMNS) * (width + GAP);
    const top = GAP + Math.floor(i / COLUMNS) * (height + GAP);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const to = ((top + y) * sheet.width + left + x) * 4;
        for (let channel = 0; channel < 4; channel++) {
          sheet.data[to + channel] = mean(picture, x * SHRINK, y * SHRINK, channel);
        }
      }
    }
  }
  return PNG.sync.write(sheet);
}

function mean(picture: PNG, left: number, top: number, channel: number): number {
  let sum = 0;
  for (let y = top; y < top + SHRINK; y++) {
    for (let x = left; x < left + SHRINK; x++) {
      sum += picture.data[(y * picture.width + x) * 4 + channel]!;
    }
  }
  return sum / SHRINK ** 2;
}
