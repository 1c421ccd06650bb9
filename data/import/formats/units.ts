const PER_SECOND: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  seconds: 1,
  ms: 1e3,
  milliseconds: 1e3,
  us: 1e6,
  microseconds: 1e6,
  ns: 1e9,
  nanoseconds: 1e9,
};
const TOKEN_RATE = /^tok(?:en)?s?\/s(?:ec(?:ond)?)?$/i;

/** How many of a unit of time are a second, per token or not (`ms`, `s/token`); `null` for what is none. */
export function perSecond(unit: unknown): number | null {
  if (typeof unit !== 'string') return null;
  const [time = ''] = unit.split('/', 1);
  return Object.hasOwn(PER_SECOND, time) ? PER_SECOND[time]! : null;
}

/** Whether a unit is tokens per second, as tools write it. */
export function isTokenRate(unit: unknown): boolean {
  return typeof unit === 'string' && TOKEN_RATE.test(unit);
}

/** A unit in words, whatever stands where one should. */
export function unitText(unit: unknown): string {
  if (unit === null || unit === undefined || unit === '') return 'no unit';
  return typeof unit === 'string' ? unit : JSON.stringify(unit);
}
