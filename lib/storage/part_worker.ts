// The program of a worker: makes the parts it is sent, and reports every step.
/// <reference lib="deno.worker" />
import { PartMaker } from "./_part_job.ts";
import { systemCode } from "../disk/mod.ts";
import type { Failure, FromWorker, ToWorker } from "./_worker_messages.ts";
import type { Part } from "./split_parts.ts";

let maker: PartMaker;

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === "job") maker = new PartMaker(data.job);
  else make(data.part);
};
say({ kind: "ready" });

function make(part: Part): void {
  try {
    for (const step of maker.steps(part)) say(step);
  } catch (error) {
    say({ kind: "failure", failure: failureOf(error) });
  }
}

function say(message: FromWorker): void {
  self.postMessage(message);
}

function failureOf(error: unknown): Failure {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { message, trace: stack ?? message, systemCode: systemCode(error) };
}
