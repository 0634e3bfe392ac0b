/**
 * Bytes of memory that a process holds right now.
 *
 * @param processId Any process; one that is gone holds nothing.
 * @returns Null where the system does not tell; the process then watches itself alone.
 */
export function memoryUse(processId: number): number | null {
  if (Deno.build.os !== "linux") return null;
  try {
    // Spec: proc_pid_status(5), in kibibytes whatever the size of a page.
    const status = Deno.readTextFileSync(`/proc/${processId}/status`);
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return 0;
    // Deno shows other processes to those alone who may do everything.
    if (error instanceof Deno.errors.NotCapable) return null;
    throw error;
  }
}
