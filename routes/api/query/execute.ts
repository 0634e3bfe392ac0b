import { z } from "zod";
import {
  defineRoute,
  findingsShape,
  parametersShape,
  queryAnswer,
  readParameters,
} from "../../../lib/web/mod.ts";

const SQL_LENGTH_MAX = 1_000_000;

export const POST = defineRoute({
  id: "executeQuery",
  tag: "Data",
  summary: "Answer a SELECT over the current run of an experiment",
  description: "The answer is streamed. A connection that breaks off before its end means that " +
    "the query failed half-way, or took longer than `query-ms`; or that nobody read for so long.",
  body: z.strictObject({
    sql: z.string().min(1).max(SQL_LENGTH_MAX).describe(
      "One statement that only reads; or several, and `statement`",
    ),
    statement: z.int().min(1).nullable().optional()
      .describe(
        "Which statement of several is meant, from 1; places in errors are in all of `sql`",
      ),
    parameters: parametersShape.nullable().optional(),
    experiment: z.string().min(1).max(200).nullable().optional()
      .describe("May be left out where there is but one"),
    dialect: z.enum(["redshift", "snowflake", "postgres", "duckdb"]).nullable().optional()
      .describe("What `sql` is written in; by default what the experiment's schema follows"),
    format: z.string().toLowerCase().pipe(z.enum(["json", "jsonl", "csv", "parquet"]))
      .default("json"),
    newline: z.enum(["crlf", "lf"]).nullable().optional()
      .describe("What ends a line of `csv`; by default `crlf`, as RFC 4180 has it"),
    row_limit: z.int().min(1).nullable().optional()
      .describe("Rows of a `json` answer at most; `truncated` tells whether there are more"),
  }),
  weight: "query",
  catalogUse: "reads",
  answers: {
    200: {
      description: "The rows",
      schema: z.object({
        columns: z.array(z.string()),
        column_types: z.array(z.string()),
        translated_sql: z.string(),
        notes: findingsShape.describe("Where the answer may differ from the vendor's"),
        rows: z.array(z.array(z.unknown())),
        row_count: z.int(),
        truncated: z.boolean(),
      }),
      contentTypes: ["application/jsonl", "text/csv", "application/vnd.apache.parquet"],
    },
  },
  errors: [
    "EXPERIMENT_NOT_FOUND",
    "EXPERIMENT_NOT_NAMED",
    "EXPERIMENT_EMPTY",
    "QUERY_STATEMENT_NOT_FOUND",
    "QUERY_PARAMETER_INVALID",
    "QUERY_PARAMETER_UNUSED",
    "QUERY_REFUSED",
    "QUERY_UNSUPPORTED",
    "QUERY_FAILED",
    "QUERY_OUT_OF_MEMORY",
    "QUERY_ROW_TOO_LARGE",
    "QUERY_TIMED_OUT",
    "QUERY_ENGINE_DIED",
    "WEB_QUERY_TOO_LONG",
    "STORAGE_UNREADABLE",
    "MANIFEST_INVALID",
    "RUN_FILES_DAMAGED",
  ],
  handler: ({ body, signal, service }) =>
    queryAnswer(service, {
      ...{ sql: body.sql, format: body.format, signal },
      ...{ experiment: body.experiment ?? undefined, dialect: body.dialect ?? undefined },
      ...{ parameters: readParameters(body.parameters ?? {}) },
      statement: body.statement ?? undefined,
      newline: body.newline ?? undefined,
      rowCountMax: body.row_limit ?? undefined,
    }),
});
