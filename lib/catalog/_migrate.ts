import { DwSimError } from "../errors/mod.ts";
import type { Database } from "./_database.ts";
import { MIGRATIONS } from "./migrations/mod.ts";

/** "dwSi" in ASCII: marks the file as ours. Spec: sqlite.org/pragma.html#pragma_application_id. */
const APPLICATION_ID = 0x64775369;

/**
 * Brings the catalog to the newest format, in one transaction: a crash leaves the old format, and
 * of two processes that start at once one does the work and the other finds it done.
 *
 * @throws DwSimError CATALOG_TOO_NEW or CATALOG_FOREIGN, with the file untouched.
 */
export function migrate(database: Database): void {
  if (isOurs(database) && formatOf(database) === MIGRATIONS.length) return;
  database.transaction(() => {
    refuseUnknown(database);
    for (const statements of MIGRATIONS.slice(formatOf(database))) {
      for (const statement of statements) database.run(statement);
    }
    database.run(`PRAGMA application_id = ${APPLICATION_ID}`);
    database.run(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}

function refuseUnknown(database: Database): void {
  const { path } = database;
  if (!isOurs(database) && !isEmpty(database)) throw new DwSimError("CATALOG_FOREIGN", { path });
  const found = formatOf(database);
  const known = MIGRATIONS.length;
  if (found > known) throw new DwSimError("CATALOG_TOO_NEW", { path, found, known });
}

function isOurs(database: Database): boolean {
  return pragma(database, "application_id") === APPLICATION_ID;
}

function formatOf(database: Database): number {
  return pragma(database, "user_version");
}

function isEmpty(database: Database): boolean {
  return database.get("SELECT 1 FROM sqlite_schema LIMIT 1") === undefined;
}

function pragma(database: Database, name: "application_id" | "user_version"): number {
  return Number(database.get(`PRAGMA ${name}`)![name]);
}
