/** What a question may take; beyond it, its process is ended. */
export interface QueryLimits {
  /** Time at work: waiting for whoever reads the rows does not count. */
  readonly workMsMax: number;
  /** Memory of the process that answers. */
  readonly memoryBytesMax: number;
}

const GIB = 1024 ** 3;

/**
 * The limits of questions for which nothing else is said: any time, and half of the machine's
 * memory up to 4 GiB.
 */
export function defaultQueryLimits(): QueryLimits {
  const { total } = Deno.systemMemoryInfo();
  return {
    workMsMax: Number.POSITIVE_INFINITY,
    memoryBytesMax: Math.max(GIB / 2, Math.min(4 * GIB, total / 2)),
  };
}
