import { DwSimError } from "../errors/mod.ts";

/** Where a database is. */
export interface DatabaseAddress {
  /** As the client takes it, password included: never to be shown. */
  readonly url: string;
  /** For messages: without password and options. */
  readonly shown: string;
  readonly hasPassword: boolean;
}

const PROTOCOLS: ReadonlySet<string> = new Set(["postgres:", "postgresql:"]);

/**
 * Reads the address of a PostgreSQL database. Nothing of a text that cannot be read is repeated: it
 * may hold a password.
 *
 * @param text `postgres://user:password@host:port/database`.
 * @throws DwSimError WAREHOUSE_URL.
 */
export function parseDatabaseAddress(text: string): DatabaseAddress {
  const url = URL.parse(text);
  if (url === null) throw new DwSimError("WAREHOUSE_URL", { reason: "it is not a URL" });
  if (!PROTOCOLS.has(url.protocol)) {
    const reason = `it starts with '${url.protocol}', and only PostgreSQL is known`;
    throw new DwSimError("WAREHOUSE_URL", { reason });
  }
  if (!hasGoodEscapes(url)) {
    throw new DwSimError("WAREHOUSE_URL", { reason: "a '%' in it starts no %XX" });
  }
  const host = url.searchParams.get("host") ?? url.host;
  const user = url.username === "" ? "" : `${decodeURIComponent(url.username)}@`;
  return {
    url: text,
    shown: `postgres://${user}${host}${url.pathname}`,
    hasPassword: url.password !== "" || (Deno.env.get("PGPASSWORD") ?? "") !== "",
  };
}

function hasGoodEscapes({ username, password, pathname }: URL): boolean {
  try {
    for (const part of [username, password, pathname]) decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
