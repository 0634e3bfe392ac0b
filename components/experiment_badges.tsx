import type { JSX } from "preact";
import { formatCount } from "./format.ts";
import { Icon } from "./icon.tsx";
import type { SchemaJson } from "./table_view.ts";

const DIALECTS = { redshift: "Redshift", snowflake: "Snowflake", postgres: "PostgreSQL" } as const;

/** `Snowflake`; null for schemas that follow no warehouse. */
export function dialectName(dialect: SchemaJson["dialect"]): string | null {
  return dialect === undefined ? null : DIALECTS[dialect];
}

/** What is worth knowing of a schema at a glance: warehouse, composite keys, distributions. */
export function ExperimentBadges({ schema }: { readonly schema: SchemaJson }): JSX.Element {
  const compositeCount = schema.tables.filter(hasCompositeKey).length;
  const distributions = distributionKinds(schema);
  const dialect = dialectName(schema.dialect);
  return (
    <div class="row badges">
      {dialect !== null && <span class="badge badge-accent">{dialect}</span>}
      {compositeCount > 0 && (
        <span
          class="badge badge-warn"
          title={`${formatCount(compositeCount, "table")} with a key of several columns`}
        >
          <Icon name="key" />
          {compositeCount === 1 ? "composite key" : `${compositeCount} composite keys`}
        </span>
      )}
      {[...distributions].map(([kind, count]) => (
        <span
          class="badge"
          title={kind === "values"
            ? `${formatCount(count, "column")} with weighted values`
            : `The values of ${formatCount(count, "column")} have a ${kind} distribution`}
          key={kind}
        >
          {`${kind === "values" ? "weighted values" : kind} ×${count}`}
        </span>
      ))}
    </div>
  );
}

/** Tells whether a table has a key of several columns, and so a `_row_id` beside it. */
export function hasCompositeKey(
  { composite_keys: keys = [], primary_key: primary = [] }: SchemaJson["tables"][number],
): boolean {
  return keys.length > 0 || primary.length > 1;
}

const KINDS_MAX = 4;

function distributionKinds({ tables }: SchemaJson): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { distribution } of tables.flatMap(({ columns }) => columns)) {
    if (distribution === undefined) continue;
    counts.set(distribution.type, (counts.get(distribution.type) ?? 0) + 1);
  }
  return new Map([...counts].sort(([, a], [, b]) => b - a).slice(0, KINDS_MAX));
}
