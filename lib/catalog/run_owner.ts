import { hostname } from "node:os";
import type { RunOwner } from "./records.ts";

/** An owner beats a few times a second; one silent for this long is taken for dead. */
const HEARTBEAT_AGE_MAX_MS = 30_000;

/** Where in /proc/<pid>/stat, after the name in brackets. Spec: proc_pid_stat(5), fields 3 and 22. */
const STATE_FIELD = 0;
const START_TIME_FIELD = 19;

/** This process, as the owner of the runs it starts. */
export function currentOwner(): RunOwner {
  return Object.freeze({ pid: Deno.pid, startedAt: processStart(Deno.pid), host: hostMark() });
}

/**
 * Tells whether the owner of a run still lives. On the same Linux host its pid and start time
 * decide, at once and without a clock. Anywhere else the age of its heartbeat does.
 *
 * @param owner Who it was.
 * @param heartbeatAt Its last sign of life, ISO 8601.
 * @param nowMs Milliseconds since 1970.
 */
export function isOwnerAlive(owner: RunOwner, heartbeatAt: string, nowMs = Date.now()): boolean {
  if (owner.startedAt !== null && owner.host === hostMark()) {
    return processStart(owner.pid) === owner.startedAt;
  }
  // A heartbeat of the future is from before the clock was set back, and as old as that is long.
  return Math.abs(nowMs - Date.parse(heartbeatAt)) <= HEARTBEAT_AGE_MAX_MS;
}

/** Ticks since boot when a process started; null where it does not run or nobody tells. */
function processStart(pid: number): string | null {
  const stat = readTextOrNull(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The name may hold spaces and brackets of its own: the fields follow its last bracket.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const isDead = "ZX".includes(fields[STATE_FIELD]!);
  return isDead ? null : fields[START_TIME_FIELD]!;
}

/** Pids and ticks mean the same only within one boot and one pid namespace. */
function hostMark(): string {
  const boot = readTextOrNull("/proc/sys/kernel/random/boot_id")?.trim();
  if (boot === undefined) return hostname();
  return `${boot} ${readLinkOrEmpty("/proc/self/ns/pid")}`.trim();
}

function readTextOrNull(path: string): string | null {
  if (Deno.build.os !== "linux") return null;
  try {
    return Deno.readTextFileSync(path);
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

function readLinkOrEmpty(path: string): string {
  try {
    return Deno.readLinkSync(path);
  } catch (error) {
    if (isAbsence(error)) return "";
    throw error;
  }
}

/** A process may end while it is read (ESRCH); a kernel, or Deno without all permissions, hides it. */
function isAbsence(error: unknown): boolean {
  if (error instanceof Deno.errors.NotFound) return true;
  if (error instanceof Deno.errors.PermissionDenied) return true;
  if (error instanceof Deno.errors.NotCapable) return true;
  return error instanceof Error && "code" in error && error.code === "ESRCH";
}
