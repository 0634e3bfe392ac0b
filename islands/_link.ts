import { readValues, type TypedValues, writeValues } from "../components/parameter_values.ts";

/** What an address says of a workspace. */
export interface Linked {
  readonly text: string | null;
  readonly dialect: string | null;
  readonly values: TypedValues;
}

export interface LinkedWorkspace {
  readonly experiment: string;
  readonly text: string;
  readonly dialect: string;
  /** Parameters of the text, and their values. */
  readonly names: readonly string[];
  readonly values: TypedValues;
}

/** Browsers and servers take addresses of some thousand characters; longer ones stay in the hash. */
const ADDRESS_MAX = 6_000;

/** An address that opens the workspace as it is; nothing runs before somebody says so. */
export function linkTo({ experiment, text, dialect, names, values }: LinkedWorkspace): string {
  const query = new URLSearchParams({ q: text, dialect });
  for (const value of writeValues(names, values)) query.append("set", value);
  const page = `${location.origin}/experiments/${encodeURIComponent(experiment)}/sql`;
  return `${page}${`${query}`.length <= ADDRESS_MAX ? "?" : "#"}${query}`;
}

const DIALECTS = new Set(["redshift", "snowflake", "postgres", "duckdb"]);

/** What stands in the hash of the page's address; the rest of it is the server's affair. */
export function linked(): Linked {
  const hash = new URLSearchParams(location.hash.slice(1));
  const dialect = hash.get("dialect");
  return {
    text: hash.get("q"),
    dialect: dialect !== null && DIALECTS.has(dialect) ? dialect : null,
    values: readValues(hash.getAll("set")),
  };
}
