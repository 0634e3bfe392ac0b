import { type ExperimentSummary, pageRuns, schemaToJson } from "../app/mod.ts";
import type { ExperimentSchema } from "../schema/mod.ts";
import type { Service } from "./service.ts";

type SchemaJson = ReturnType<typeof schemaToJson>;

/** Schemas are frozen and read over and over; writing a large one takes some milliseconds. */
const WRITTEN = new WeakMap<ExperimentSchema, SchemaJson>();

/** A schema as pages show it; written once. */
export function schemaView(schema: ExperimentSchema): SchemaJson {
  const known = WRITTEN.get(schema);
  if (known !== undefined) return known;
  const written = schemaToJson(schema);
  WRITTEN.set(schema, written);
  return written;
}

type RunView = ReturnType<Service["runJson"]>;

/** An experiment as pages show it. */
export interface ExperimentView {
  readonly name: string;
  readonly createdAt: string;
  readonly schema: SchemaJson;
  readonly currentRun: RunView | null;
  readonly activeRun: RunView | null;
  /** The newest run, however it ended. */
  readonly lastRun: RunView | null;
}

/** Makes of an experiment what pages show of it. */
export function experimentView(
  service: Service,
  { name, createdAt, schema, currentRun, activeRun }: ExperimentSummary,
): ExperimentView {
  const [lastRun] = pageRuns(service.context, name, { countMax: 1 });
  return {
    ...{ name, createdAt, schema: schemaView(schema) },
    currentRun: currentRun === null ? null : service.runJson(currentRun),
    activeRun: activeRun === null ? null : service.runJson(activeRun),
    lastRun: lastRun === undefined ? null : service.runJson(lastRun),
  };
}
