import type { OpenApi } from "../lib/web/mod.ts";
import { type Call, SHOP_SQL } from "./_api_client.ts";

/** A request that an operation takes, where there are an experiment `shop` and a query `all`. */
export interface OperationRequest {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly call: Call;
  readonly hasBody: boolean;
  readonly takesKey: boolean;
}

/** A schema of one table. */
export const SMALL_SCHEMA = {
  name: "retail",
  tables: [{ name: "sales", target_rows: 5, columns: [{ name: "id", data_type: "INT" }] }],
};

const BODIES: Readonly<Record<string, unknown>> = {
  createExperiment: SMALL_SCHEMA,
  updateExperiment: SMALL_SCHEMA,
  importSql: { name: "orders", sql: SHOP_SQL },
  checkSchema: { kind: "ddl", text: SHOP_SQL },
  previewColumn: { table: "t", column: { name: "price", data_type: "INT" } },
  saveQuery: { name: "another", sql: "SELECT 1" },
  replaceQuery: { name: "all", sql: "SELECT 2" },
  readStatements: { sql: "SELECT 1; SELECT :a" },
  executeQuery: { sql: "SELECT count(*) FROM stores", experiment: "shop" },
};

/** One request an operation of the document. */
export function operationRequests(
  { paths }: OpenApi,
  { runId }: { readonly runId: string },
): readonly OperationRequest[] {
  return Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, { operationId: id, parameters, requestBody }]) => {
      const path = template.replace("{id}", runId).replace("{table}", "stores")
        .replace("{name}", template.startsWith("/api/queries") ? "all" : "shop");
      const hasBody = requestBody !== undefined;
      return {
        ...{ id, method: method.toUpperCase(), path, hasBody },
        call: hasBody ? { body: BODIES[id] ?? {} } : {},
        takesKey: parameters.some(({ name }) => name === "Idempotency-Key"),
      };
    })
  );
}

/** Every code that every operation documents, `showRun RUN_NOT_FOUND`. */
export function documentedRefusals({ paths }: OpenApi): readonly string[] {
  return Object.values(paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ operationId, responses }) =>
      Object.entries(responses).filter(([status]) => Number(status) >= 400)
        .flatMap(([, { description }]) => [...description.matchAll(/`([A-Z_]+)`/g)])
        .map(([, code]) => `${operationId} ${code}`)
    )
  );
}
