// Makes tests/fixtures/catalogs: catalogs as each format of the past left them. A fixture that is
// there stays as it is, for it stands for files on disks of others: only missing ones are made.
//   deno run -A lib/catalog/_catalog_fixtures.ts
import { DatabaseSync } from "node:sqlite";
import { MIGRATIONS } from "./migrations/mod.ts";

/** Where the catalogs of earlier formats lie. */
export const CATALOG_FIXTURES: URL = new URL("../../tests/fixtures/catalogs/", import.meta.url);

/** The file of a format. */
export function catalogFixture(format: number): URL {
  return new URL(`format_${String(format).padStart(4, "0")}.sqlite`, CATALOG_FIXTURES);
}

const SCHEMA = JSON.stringify({
  name: "retail",
  tables: [{
    name: "sales",
    target_rows: 1000,
    primary_key: ["id"],
    columns: [
      { name: "id", data_type: "BIGINT" },
      { name: "amount", data_type: "DECIMAL(10,2)" },
    ],
  }],
});

/** Rows that can be written as soon as the catalog has the format; each list from its format on. */
const ROWS: readonly (readonly string[])[] = [
  [
    `INSERT INTO experiments (id, name, schema_json, schema_hash, created_at) VALUES
       (1, 'retail', '${SCHEMA}', 'abc', '2026-01-31T09:00:00.000Z'),
       (2, 'Bücher', '${SCHEMA}', 'abc', '2026-01-31T09:01:00.000Z')`,
    ...runRows("20260131-093005-250-7hq2mz4c", "completed"),
    ...runRows("20260131-093105-250-7hq2mz4d", "failed"),
    ...runRows("20260131-093205-250-7hq2mz4e", "aborted"),
    `UPDATE experiments SET current_run_id = '20260131-093005-250-7hq2mz4c' WHERE id = 1`,
  ],
  [
    `UPDATE generation_runs SET kind = 'advance', part_rows = 4096, codec = 'zstd',
       earlier_rows = '[{"sales":400}]' WHERE status = 'completed'`,
    `UPDATE generation_runs SET files_removed_at = '2026-02-01T00:00:00.000Z'
       WHERE status = 'aborted'`,
    `INSERT INTO removals VALUES ('experiments/gone/runs/old', '2026-02-01T00:00:00.000Z')`,
  ],
  [
    `INSERT INTO saved_queries (name, sql, experiment_name, created_at)
       VALUES ('Per day', 'SELECT count(*) FROM sales', 'retail', '2026-02-01T00:00:00.000Z')`,
  ],
  [
    `INSERT INTO keyed_requests (key, request_hash, made, created_at)
       VALUES ('unanswered', 'hash', 'retail', '2026-02-02T00:00:00.000Z')`,
  ],
  [
    `INSERT INTO query_history (asked_at, experiment_name, dialect, sql, is_cut, elapsed_ms, row_count)
       VALUES ('2026-02-03T00:00:00.000Z', 'retail', 'snowflake', 'SELECT 1', 0, 1.5, 1)`,
  ],
];

/** The third format kept answers where later ones keep requests. */
const ANSWER = `INSERT INTO answers (key, request_hash, answer, created_at)
  VALUES ('answered', 'hash', '{"status":201}', '2026-02-01T00:00:00.000Z')`;
const ANSWER_FORMAT = 3;

/** "dwSi" in ASCII, as every catalog is marked. */
const APPLICATION_ID = 0x64775369;

/** Writes a catalog as a dw-sim of that format would have: it knows nothing of later steps. */
export function writeCatalog(path: string | URL, format: number): void {
  const database = new DatabaseSync(path);
  for (let step = 1; step <= format; step++) {
    for (const statement of MIGRATIONS[step - 1]!) database.exec(statement);
    for (const statement of ROWS[step - 1] ?? []) database.exec(statement);
    if (step === ANSWER_FORMAT) database.exec(ANSWER);
  }
  database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
  database.exec(`PRAGMA user_version = ${format}`);
  database.close();
}

/** A run is only ever written queued, and then moves. */
function runRows(id: string, end: "completed" | "failed" | "aborted"): readonly string[] {
  const [counts, code, message] = end === "completed"
    ? [`'{"sales":1000}'`, "NULL", "NULL"]
    : ["NULL", "'RUN_CANCELLED'", "'The run was cancelled'"];
  return [
    `INSERT INTO generation_runs (id, experiment_id, status, created_at, seed, generator_version,
       schema_hash, target_rows, output_path, owner_pid, owner_host, heartbeat_at)
     VALUES ('${id}', 1, 'queued', '2026-01-31T09:30:05.250Z', 42, 1, 'abc', '{"sales":1000}',
       'experiments/retail/runs/${id}', 1, 'elsewhere', '2026-01-31T09:30:05.250Z')`,
    `UPDATE generation_runs SET status = 'running', started_at = '2026-01-31T09:30:06.000Z'
       WHERE id = '${id}'`,
    `UPDATE generation_runs SET status = '${end}', completed_at = '2026-01-31T09:30:07.000Z',
       row_counts = ${counts}, error_code = ${code}, error_message = ${message}
       WHERE id = '${id}'`,
  ];
}

function exists(file: URL): boolean {
  try {
    return Deno.statSync(file).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

if (import.meta.main) {
  for (let format = 1; format <= MIGRATIONS.length; format++) {
    if (!exists(catalogFixture(format))) writeCatalog(catalogFixture(format), format);
  }
}
