import type { PartJob } from "./_part_job.ts";
import type { Part } from "./split_parts.ts";
import type { PartStep } from "./write_part.ts";

/** What is said to a worker: first the job, then one part at a time. */
export type ToWorker =
  | { readonly kind: "job"; readonly job: PartJob }
  | { readonly kind: "part"; readonly part: Part };

/** What a worker answers. It says `ready` first: what is sent to it earlier may be lost. */
export type FromWorker =
  | { readonly kind: "ready" }
  | PartStep
  | { readonly kind: "failure"; readonly failure: Failure };

/** An error as plain data: copies of error objects lose their codes on the way. */
export interface Failure {
  readonly message: string;
  readonly trace: string;
  /** The system's code, such as ENOSPC, for errors of the system. */
  readonly systemCode: string | null;
}
