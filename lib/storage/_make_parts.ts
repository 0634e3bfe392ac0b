import { DwSimError } from "../errors/mod.ts";
import { type PartJob, PartMaker, partPath } from "./_part_job.ts";
import { PartWorker } from "./_part_worker_client.ts";
import { storageError } from "../disk/mod.ts";
import type { Part } from "./split_parts.ts";
import type { PartStep } from "./write_part.ts";

/** A signal or a request gets its turn at least this often. */
const SLICE_MS = 20;

export interface MakeOptions {
  readonly onStep: (part: Part, step: PartStep) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Makes parts in this thread, which stays open to signals between slices of work. */
export async function makePartsHere(
  job: PartJob,
  parts: readonly Part[],
  { onStep, signal }: MakeOptions,
): Promise<void> {
  throwIfCancelled(signal);
  const maker = new PartMaker(job);
  let sliceEndMs = performance.now() + SLICE_MS;
  for (const part of parts) {
    for (const step of stepsOf(maker, job, part)) {
      onStep(part, step);
      if (performance.now() < sliceEndMs) continue;
      await new Promise((resume) => setTimeout(resume));
      throwIfCancelled(signal);
      sliceEndMs = performance.now() + SLICE_MS;
    }
  }
}

/**
 * Makes parts in workers, each taking the next part when it has done its last. The first failure,
 * or the signal, ends them all at once.
 */
export async function makePartsInWorkers(
  job: PartJob,
  parts: readonly Part[],
  { onStep, signal, workerCount }: MakeOptions & { readonly workerCount: number },
): Promise<void> {
  throwIfCancelled(signal);
  using workers = new DisposableStack();
  const queue = parts.values();
  const cancellation = cancelled(signal, workers);
  const work = Array.from({ length: workerCount }, async () => {
    const worker = workers.use(new PartWorker(job));
    await worker.start();
    for (const part of queue) await worker.make(part, (step) => onStep(part, step));
  });
  await Promise.race([Promise.all(work), cancellation]);
}

/** @throws DwSimError CANCELLED. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw cancellationOf(signal);
}

function* stepsOf(maker: PartMaker, job: PartJob, part: Part): Generator<PartStep, void> {
  try {
    yield* maker.steps(part);
  } catch (error) {
    throw storageError(error, partPath(job, part), "write");
  }
}

/** Rejects when the signal is given; listens no longer than the stack lives. */
function cancelled(signal: AbortSignal | undefined, stack: DisposableStack): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  if (signal === undefined) return promise;
  const onAbort = () => reject(cancellationOf(signal));
  signal.addEventListener("abort", onAbort);
  stack.defer(() => signal.removeEventListener("abort", onAbort));
  return promise;
}

function cancellationOf(signal: AbortSignal): DwSimError {
  return new DwSimError("CANCELLED", { what: "The run" }, { cause: signal.reason });
}
