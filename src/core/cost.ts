/**
 * Cost in USD per million tokens.
 *
 * `usdPerGpuHour · 1e6 / (3600 · throughput · util)`: cost × throughput is the price, exactly.
 *
 * @param throughput - tok/s/GPU, positive; total tokens give the cost of total tokens
 * @param usdPerGpuHour - `null` when the rate card has no price
 * @param util - share of the time that the GPUs are busy, in (0, 1]
 * @returns `null` without a price
 */
export function costPerMillionTokens(
  throughput: number,
  usdPerGpuHour: number | null,
  util = 1,
): number | null {
  return usdPerGpuHour === null ? null : (usdPerGpuHour * 1e6) / (3600 * throughput * util);
}

/** Throughput per megawatt of all-in provisioned power, tok/s/MW; `null` when power is not known. */
export function throughputPerMw(throughput: number, powerKw: number | null): number | null {
  return powerKw === null ? null : (throughput * 1000) / powerKw;
}

/** Energy in joules per token of all-in provisioned power; `null` when power is not known. */
export function joulesPerToken(throughput: number, powerKw: number | null): number | null {
  return powerKw === null ? null : (powerKw * 1000) / throughput;
}

/** Input and output share of a workload's tokens, each in (0, 1), adding up to 1. */
export interface TokenShares {
  readonly input: number;
  readonly output: number;
}

/**
 * The shares of a fixed workload; `null` for a workload without fixed lengths.
 *
 * The cost of a million output tokens is the cost of a million total tokens divided by the output
 * share: the whole price put on the output tokens.
 */
export function tokenShares(isl: number | null, osl: number | null): TokenShares | null {
  if (isl === null || osl === null) return null;
  return { input: isl / (isl + osl), output: osl / (isl + osl) };
}
