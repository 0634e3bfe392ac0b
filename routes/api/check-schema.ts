import { z } from "zod";
import { LOCALES, schemaToJson } from "../../lib/app/mod.ts";
import {
  defineRoute,
  experimentSchemaShape,
  findingsShape,
  findingToJson,
} from "../../lib/web/mod.ts";

const TEXT_LENGTH_MAX = 64 * 1024 ** 2;
const ROWS_MAX = 100_000_000_000;

export const POST = defineRoute({
  id: "checkSchema",
  tag: "Experiments",
  summary: "Read a schema or DDL as an experiment would be made of it, and keep nothing",
  description: "For editors that check while people write: it does not slow down other requests.",
  weight: "query",
  catalogUse: "none",
  body: z.strictObject({
    kind: z.enum(["ddl", "json", "yaml"]),
    text: z.string().min(1).max(TEXT_LENGTH_MAX),
    name: z.string().max(200).default("untitled").describe("For DDL, which has none of its own"),
    dialect: z.enum(["redshift", "snowflake", "postgres"]).default("redshift"),
    locale: z.enum(LOCALES).nullable().optional().describe("For DDL: whose names and towns"),
    target_rows: z.int().min(0).max(ROWS_MAX).nullable().optional()
      .describe("Rows of every table of DDL"),
  }),
  answers: {
    200: {
      description: "How it is understood",
      schema: z.object({
        schema: experimentSchemaShape,
        left_out: z.array(z.string()).describe("Tables that errors kept out"),
        diagnostics: findingsShape,
        generators: z.record(z.string(), z.record(z.string(), z.string()))
          .describe("The generator of every column, by table and column; keys have none"),
      }),
    },
  },
  errors: [
    "NAME_INVALID",
    "SCHEMA_INVALID",
    "SCHEMA_NOT_JSON",
    "YAML_UNREADABLE",
    "YAML_TOO_LARGE",
    "DDL_LIMIT_REACHED",
    "CANCELLED",
  ],
  handler: async ({ body, service }) => {
    const { kind, text, name, dialect, locale, target_rows: rows } = body;
    const options = {
      ...{ source: "The SQL", name, dialect },
      ...typeof rows === "number" && { rows },
      ...typeof locale === "string" && { locale },
    };
    const { schema, leftOut, diagnostics, generators } = await service.checks.interpret(
      kind === "ddl" ? { kind, text, options } : { kind, text, source: "The text" },
    );
    return {
      status: 200,
      json: {
        schema: schemaToJson(schema),
        left_out: leftOut,
        diagnostics: diagnostics.map(findingToJson),
        generators,
      },
    };
  },
});
