import { z } from "zod";
import { LOCALES } from "../../../lib/app/mod.ts";
import {
  defineRoute,
  experimentSchemaShape,
  findingsShape,
  findingToJson,
} from "../../../lib/web/mod.ts";

const SQL_LENGTH_MAX = 64 * 1024 ** 2;
const ROWS_MAX = 100_000_000_000;

const importedShape = z.object({
  name: z.string(),
  created_at: z.iso.datetime().nullable().describe("Null after a dry run"),
  dialect: z.string(),
  dry_run: z.boolean(),
  left_out: z.array(z.string()).describe("Tables that errors, which `diagnostics` has, kept out"),
  warnings: z.array(z.string()),
  diagnostics: findingsShape,
  generators: z.record(z.string(), z.record(z.string(), z.string()))
    .describe("The generator of every column, by table and column; keys have none"),
  schema: experimentSchemaShape,
});

export const POST = defineRoute({
  id: "importSql",
  tag: "Experiments",
  summary: "Make an experiment of warehouse DDL",
  description: "Tables with errors are left out, and the answer lists them; with `strict`, or " +
    "when no table is left, the DDL is refused. With `dry_run` nothing is kept: the answer shows " +
    "how the DDL is understood.",
  idempotent: true,
  body: z.strictObject({
    name: z.string().max(200).describe("Letters, digits and underscores"),
    sql: z.string().min(1).max(SQL_LENGTH_MAX).describe("CREATE TABLE statements"),
    dialect: z.enum(["redshift", "snowflake", "postgres"]).default("redshift"),
    target_rows: z.int().min(0).max(ROWS_MAX).nullable().optional()
      .describe("Rows of every table, where none are asked for"),
    locale: z.enum(LOCALES).nullable().optional()
      .describe("Whose names, towns and words texts are made of"),
    description: z.string().max(10_000).nullable().optional(),
    strict: z.boolean().default(false).describe("Import nothing if anything is wrong"),
    dry_run: z.boolean().default(false).describe("Read and check, and keep nothing"),
  }),
  answers: {
    200: { description: "How it is understood (`dry_run`)", schema: importedShape },
    201: { description: "It was made", schema: importedShape },
  },
  errors: [
    "NAME_INVALID",
    "SCHEMA_INVALID",
    "DDL_LIMIT_REACHED",
    "EXPERIMENT_NAME_TAKEN",
    "EXPERIMENT_NOT_FOUND",
  ],
  handler: async ({ body, attempt, service: { checks, context } }) => {
    const { made, ...keyed } = attempt;
    const { sql, target_rows: rows, description, dry_run: dryRun, ...asked } = body;
    const options = {
      ...{ source: "The SQL", name: asked.name, dialect: asked.dialect, strict: asked.strict },
      ...typeof rows === "number" && { rows },
      ...typeof asked.locale === "string" && { locale: asked.locale },
      ...typeof description === "string" && { description },
    };
    const { name, leftOut, diagnostics, described } = await checks.make({
      input: { kind: "ddl", text: sql, options },
      ...keyed,
      // What an earlier try made is understood again, and not made again.
      dryRun: dryRun || made !== null,
      isDescribed: true,
    }, context.dataRoot.path);
    const createdAt = dryRun ? null : context.catalog.experiments.get(name).createdAt;
    const told = {
      ...{ name, created_at: createdAt, dialect: asked.dialect, dry_run: dryRun },
      left_out: leftOut,
      warnings: diagnostics.filter(({ severity }) => severity !== "info")
        .map(({ message }) => message),
      diagnostics: diagnostics.map(findingToJson),
    };
    return {
      status: dryRun ? 200 : 201,
      jsonText: `${JSON.stringify(told).slice(0, -1)},"generators":${described!.generators},` +
        `"schema":${described!.schema}}`,
      ...!dryRun && { headers: { location: `/api/experiments/${name}` } },
    };
  },
});
