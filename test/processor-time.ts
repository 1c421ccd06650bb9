/**
 * Processor time that this thread spends on some work, ms: what else runs on the machine adds
 * nothing. Where the clock ticks every few ms, no shorter work can be told from none.
 */
export function processorMs(work: () => void): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}
