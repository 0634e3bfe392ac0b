import process from "node:process";

/** What one pipeline cost, as its process saw it. */
export interface Usage {
  readonly rows: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
}

/**
 * Prints what the process has cost so far, start-up included, as one line of JSON.
 *
 * @param rows Rows made.
 */
export function reportUsage(rows: number): void {
  const { user, system } = process.cpuUsage();
  // The peak is in kilobytes; only the operating system knows it.
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const usage: Usage = { rows, cpuSeconds: (user + system) / 1e6, peakBytes };
  process.stdout.write(`${JSON.stringify(usage)}\n`);
}
