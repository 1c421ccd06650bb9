/**
 * The last day (`YYYY-MM-DD`) that can have begun anywhere on Earth: tomorrow by UTC, which clocks in
 * the Pacific are up to 14 hours ahead of. What is dated later was not measured then.
 */
export function latestDay(now: Date): string {
  const tomorrow = new Date(now);
  tomorrow.setUTCDate(now.getUTCDate() + 1);
  return tomorrow.toISOString().slice(0, 10);
}
