import { cpuUsage } from "node:process";

/**
 * Starts a clock that runs while this process works. For bounds of what computes and waits for
 * nothing: it does not count what others do on the same machine.
 *
 * @returns Tells the milliseconds since.
 */
export function cpuClock(): () => number {
  const before = cpuUsage();
  return () => {
    const { user, system } = cpuUsage(before);
    return (user + system) / 1_000;
  };
}
