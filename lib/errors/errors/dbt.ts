import { defineError } from "../define_error.ts";

/** Errors of merging dbt's property files. */
export const DBT_ERRORS = {
  DBT_NOTHING: defineError<{ source: string }>(
    "invalid",
    ({ source }) => `${source} has no models, sources, seeds or snapshots of dbt`,
    "Give property files such as models/schema.yml or models/staging/sources.yml",
  ),
  EXPERIMENT_HAS_RUNS: defineError<{ name: string; count: number }>(
    "conflict",
    ({ name, count }) =>
      `The experiment '${name}' has ${count === 1 ? "a run" : `${count} runs`}, ` +
      `whose data follows the schema as it is`,
    "Keep both: add --as with a name for a new experiment with the merged schema",
  ),
  EXPERIMENT_CHANGED: defineError<{ name: string }>(
    "conflict",
    ({ name }) => `The schema of experiment '${name}' was changed by somebody else meanwhile`,
    "Try again: the change is then merged into the schema as it is now",
  ),
} as const;
