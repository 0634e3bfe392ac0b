import {
  type Column,
  type ExperimentSchema,
  type LogicalKind,
  topology,
} from "../../schema/mod.ts";
import { type DdlOptions, ddlStatements } from "./ddl_statements.ts";
import { WRITE_DIALECTS } from "./dialects/mod.ts";
import { nameWriter } from "./name_writer.ts";
import { type OriginalTable, originalTables } from "./original_table.ts";

/** The warehouses that load files by a statement. */
export type LoadDialect = "redshift" | "snowflake";

export interface LoadScriptOptions {
  readonly dialect: LoadDialect;
  readonly format: "parquet" | "csv" | "jsonl";
  readonly compression: "none" | "snappy" | "zstd" | "gzip";
  /** How the files of the export end, `.csv.gz`. */
  readonly ending: string;
  /** Where the exported folder lies: `s3://bucket/prefix`, `@stage/path`. */
  readonly location?: string;
  /** The folder of a table in the export. */
  readonly folderName: (table: string) => string;
  /** Whether the columns that were added for composite keys stay when the files are loaded. */
  readonly withSurrogates?: boolean;
}

/**
 * Writes the SQL that makes the tables and loads the files of an export into them: parents first,
 * with every column the files have; those that were added for composite keys are dropped at the end.
 *
 * @param schema The schema.
 * @param options Where the files are, and what they are.
 * @returns One file of SQL.
 */
export function loadScript(schema: ExperimentSchema, options: LoadScriptOptions): string {
  const ddl: DdlOptions = { dialect: options.dialect, purpose: "load", withSurrogates: true };
  const dropped = droppedSurrogates(schema, options);
  const loaded = withoutUnique(schema, dropped);
  const statements = ddlStatements(loaded, ddl);
  const tables = originalTables(loaded, { withSurrogates: true });
  const { order } = topology(schema);
  const ordered = order.map((name) => tables.find((table) => table.name === name)!);
  const writer = options.dialect === "redshift" ? redshiftLoads : snowflakeLoads;
  return [
    ...head(schema, options),
    ...statements.map(({ sql }) => `${sql};\n`),
    ...writer(ordered, schema, options),
    ...dropStatements(ordered, dropped, { schema, options }),
  ].join("\n");
}

/** The columns that files have and the warehouse's own tables do not, by table. */
function droppedSurrogates(
  schema: ExperimentSchema,
  { withSurrogates = false }: LoadScriptOptions,
): ReadonlyMap<string, string> {
  const tables = withSurrogates ? [] : originalTables(schema, { withSurrogates: false });
  return new Map(
    tables.flatMap(({ name, omitted }) => omitted === null ? [] : [[name, omitted] as const]),
  );
}

/** A column that a constraint holds is not dropped everywhere. */
function withoutUnique(
  schema: ExperimentSchema,
  dropped: ReadonlyMap<string, string>,
): ExperimentSchema {
  const tables = schema.tables.map((table) => {
    const columns = table.columns.map((column) =>
      column.name === dropped.get(table.name) ? { ...column, unique: false } : column
    );
    return { ...table, columns };
  });
  return { ...schema, tables };
}

function dropStatements(
  tables: readonly OriginalTable[],
  dropped: ReadonlyMap<string, string>,
  { schema, options }: {
    readonly schema: ExperimentSchema;
    readonly options: LoadScriptOptions;
  },
): readonly string[] {
  if (dropped.size === 0) return [];
  const names = nameWriter(schema.dialect, WRITE_DIALECTS[options.dialect]);
  return [
    "-- What the files have, and the tables had not: the numbers of rows with composite keys.",
    ...tables.flatMap((table) => {
      const column = dropped.get(table.name);
      if (column === undefined) return [];
      return [`ALTER TABLE ${names.table(table)} DROP COLUMN ${names.sql(column)};`];
    }),
    "",
  ];
}

const PLACES: Readonly<Record<LoadDialect, string>> = {
  redshift: "s3://REPLACE-WITH-YOUR-BUCKET/REPLACE-WITH-PREFIX",
  snowflake: "@dw_sim_load",
};

function placeOf({ dialect, location }: LoadScriptOptions): string {
  return (location ?? PLACES[dialect]).replace(/\/+$/, "");
}

function head(schema: ExperimentSchema, options: LoadScriptOptions): readonly string[] {
  const { dialect, format, location } = options;
  const where = dialect === "redshift" || location?.startsWith("s3://")
    ? "copy it to S3: aws s3 sync DIR the-location-below"
    : "put it on the stage; the PUT statements below do, run by a client that has the files";
  return [
    `-- Makes the tables of ${plain(schema.name)} and loads their files (${format}).`,
    `-- 1. Write the files: dw-sim experiment export ${plain(schema.name)} ` +
    `--format ${format} --output DIR`,
    `-- 2. With DIR whole, ${where}`,
    `-- 3. Replace here: ${replacements(options).join(", ")}`,
    ...location === undefined ? [`--    (--location writes the place for you)`] : [],
    "",
  ];
}

function replacements({ dialect, location }: LoadScriptOptions): readonly string[] {
  if (dialect === "redshift") {
    return [...location === undefined ? ["the bucket"] : [], "the IAM role"];
  }
  return location?.startsWith("s3://") ? ["the storage integration"] : ["/path/to/DIR in PUT"];
}

const REDSHIFT_FORMATS = {
  parquet: "FORMAT AS PARQUET",
  // Redshift cannot tell an empty text from NULL in CSV; Parquet keeps the two apart.
  csv: "FORMAT AS CSV IGNOREHEADER 1 EMPTYASNULL TIMEFORMAT 'auto' DATEFORMAT 'auto'",
  jsonl: "FORMAT AS JSON 'auto' TIMEFORMAT 'auto' DATEFORMAT 'auto'",
} as const;

/** What Redshift does not load from Parquet as we write it. */
const REDSHIFT_TEXT_ONLY: ReadonlySet<LogicalKind> = new Set(
  ["uuid", "time", "interval", "geography", "binary"] as const,
);

function redshiftLoads(
  tables: readonly OriginalTable[],
  schema: ExperimentSchema,
  options: LoadScriptOptions,
): readonly string[] {
  const { format, compression } = options;
  const names = nameWriter(schema.dialect, WRITE_DIALECTS.redshift);
  const packed = format === "parquet" || compression === "none"
    ? ""
    : compression === "gzip"
    ? " GZIP"
    : " ZSTD";
  return tables.map((table) => {
    const { columns } = table;
    const odd = format === "parquet"
      ? columns.filter(({ type }) => REDSHIFT_TEXT_ONLY.has(type.kind))
      : [];
    const identity = columns.some((column) => column.identity !== undefined);
    const hasJson = format === "parquet" && columns.some(({ type }) => type.kind === "json");
    return [
      ...odd.length === 0 ? [] : [
        `-- Redshift may not read ${list(odd)} from Parquet: export this table with --format csv.`,
      ],
      `COPY ${names.table(table)} (${columns.map(({ name }) => names.sql(name)).join(", ")})`,
      `FROM ${quoted(`${placeOf(options)}/${options.folderName(table.name)}/`)}`,
      "IAM_ROLE 'arn:aws:iam::REPLACE-WITH-ACCOUNT:role/REPLACE-WITH-ROLE'",
      `${REDSHIFT_FORMATS[format]}${packed}${hasJson ? " SERIALIZETOJSON" : ""}` +
      `${identity ? " EXPLICIT_IDS" : ""};`,
      "",
    ].join("\n");
  });
}

function snowflakeLoads(
  tables: readonly OriginalTable[],
  schema: ExperimentSchema,
  options: LoadScriptOptions,
): readonly string[] {
  const names = nameWriter(schema.dialect, WRITE_DIALECTS.snowflake);
  const place = placeOf(options);
  const isOutside = place.startsWith("s3://");
  const stage = isOutside ? "@dw_sim_load" : place;
  return [
    ...stageStatements(place),
    ...tables.map((table) => {
      const folder = options.folderName(table.name);
      const put = isOutside
        ? []
        : [`PUT ${quoted(`file:///path/to/DIR/${folder}/*`)} ${atStage(stage, folder)}`
          .concat(" AUTO_COMPRESS = FALSE;")];
      return [
        ...put,
        ...copyInto(table, { stage, folder, options, sql: names.sql, into: names.table(table) }),
        "",
      ]
        .join("\n");
    }),
  ];
}

function stageStatements(place: string): readonly string[] {
  if (place.startsWith("s3://")) {
    return [
      `CREATE STAGE IF NOT EXISTS dw_sim_load\n  URL = ${quoted(`${place}/`)}\n` +
      "  STORAGE_INTEGRATION = REPLACE_WITH_YOUR_INTEGRATION;\n",
    ];
  }
  return place === PLACES.snowflake ? ["CREATE STAGE IF NOT EXISTS dw_sim_load;\n"] : [];
}

const SNOWFLAKE_FORMATS = {
  parquet: "TYPE = PARQUET USE_LOGICAL_TYPE = TRUE",
  csv: "TYPE = CSV SKIP_HEADER = 1 FIELD_OPTIONALLY_ENCLOSED_BY = '\"' " +
    "EMPTY_FIELD_AS_NULL = TRUE NULL_IF = () BINARY_FORMAT = HEX",
  jsonl: "TYPE = JSON BINARY_FORMAT = HEX",
} as const;

interface CopyInto {
  readonly stage: string;
  readonly folder: string;
  readonly options: LoadScriptOptions;
  readonly sql: (name: string) => string;
  readonly into: string;
}

/** By names where the files have them, unless a column must be read as JSON first. */
function copyInto(
  { columns }: OriginalTable,
  { stage, folder, options, sql, into }: CopyInto,
): readonly string[] {
  const { format } = options;
  const from = atStage(stage, folder);
  const fileFormat = `FILE_FORMAT = (${SNOWFLAKE_FORMATS[format]})`;
  const end = "ON_ERROR = ABORT_STATEMENT;";
  const isPositional = format === "csv";
  const parsed = columns.some(({ type }) => type.kind === "json") && format !== "jsonl";
  if (!parsed) {
    const match = isPositional ? "" : "MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE ";
    return [`COPY INTO ${into}`, `FROM ${from}`, fileFormat, `${match}${end}`];
  }
  const values = columns.map((column, index) =>
    selected(column, isPositional ? `$${index + 1}` : `$1:"${column.name.replaceAll('"', '""')}"`)
  );
  return [
    `COPY INTO ${into} (${columns.map(({ name }) => sql(name)).join(", ")})`,
    `FROM (SELECT ${values.join(", ")} FROM ${from})`,
    fileFormat,
    end,
  ];
}

function selected({ type }: Column, value: string): string {
  return type.kind === "json" ? `PARSE_JSON(${value})` : value;
}

function atStage(stage: string, folder: string): string {
  return quoted(`${stage}/${folder}/`);
}

function list(columns: readonly Column[]): string {
  return columns.map(({ name }) => plain(name)).join(", ");
}

/** A name in a comment: on one line, whatever it holds. */
function plain(name: string): string {
  return name.replaceAll(/[^\w -]/g, "_");
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
