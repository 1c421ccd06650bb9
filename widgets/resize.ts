/**
 * Gives the frames of this script's own site, on a page around them, the height that they report:
 * now, and whenever it changes. Everything else on the page is left alone.
 */
const { origin: home } = new URL(import.meta.url);
const frames = () => document.querySelectorAll('iframe');
const widths = new WeakMap<HTMLIFrameElement, number>();

addEventListener('message', ({ data, origin, source }: MessageEvent<Reported | null>) => {
  if (origin !== home || data?.type !== 'matchpoint-height') return;
  for (const frame of frames()) {
    if (frame.contentWindow === source) fit(frame, data.height);
  }
});

// Those that were there before have said theirs already.
for (const { src, contentWindow } of frames()) {
  if (src.startsWith(`${home}/`)) contentWindow?.postMessage({ type: 'matchpoint-height' }, home);
}

/** Room that is left over in sight stays, for what stands below would jump. */
function fit(frame: HTMLIFrameElement, inner: number): void {
  const { clientHeight, offsetHeight, offsetWidth } = frame;
  const { top, bottom } = frame.getBoundingClientRect();
  const isExpected =
    document.activeElement === frame || (widths.get(frame) ?? offsetWidth) !== offsetWidth;
  widths.set(frame, offsetWidth);
  const border = offsetHeight - clientHeight; // that a host's style may count in
  const seen = bottom > 0 && !isExpected ? Math.min(offsetHeight, innerHeight - top) : 0;
  frame.style.height = `${Math.max(inner + border, seen)}px`;
}

/** What a frame tells, px. */
interface Reported {
  readonly type: string;
  readonly height: number;
}

export {};
