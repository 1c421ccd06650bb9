/**
 * Gives the frames of this script's own site, on a page around them, the height that they report:
 * now, and whenever it changes. Everything else on the page is left alone.
 */
const { origin: home } = new URL(import.meta.url);
const frames = () => document.querySelectorAll('iframe');

addEventListener('message', ({ data, origin, source }: MessageEvent<Reported | null>) => {
  if (origin !== home || data?.type !== 'matchpoint-height') return;
  for (const frame of frames()) {
    if (frame.contentWindow !== source) continue;
    const border = frame.offsetHeight - frame.clientHeight; // that a host's style may count in
    frame.style.height = `${data.height + border}px`;
  }
});

// Those that were there before have said theirs already.
for (const { src, contentWindow } of frames()) {
  if (src.startsWith(`${home}/`)) contentWindow?.postMessage({ type: 'matchpoint-height' }, home);
}

/** What a frame tells, px. */
interface Reported {
  readonly type: string;
  readonly height: number;
}

export {};
