import { deepEqual, equal, rejects } from "node:assert/strict";
import { SHOP_DDL, withContext } from "./_testing.ts";
import { BackgroundChecks } from "./background_checks.ts";
import { showExperiment } from "./list_experiments.ts";
import { makeExperiment } from "./make_experiment.ts";

const DDL = {
  kind: "ddl",
  text: SHOP_DDL,
  options: { source: "The SQL", name: "shop", dialect: "postgres" },
} as const;

Deno.test("BackgroundChecks interprets and previews in another thread, several at a time", async () => {
  const checks = new BackgroundChecks();
  try {
    const [shop, column] = await Promise.all([
      checks.interpret(DDL),
      checks.preview({ table: "customers", column: { name: "email", data_type: "VARCHAR(50)" } }),
    ]);
    equal(shop.schema.tables.length, 2);
    equal(shop.generators["stores"]?.["name"] !== undefined, true);
    equal(column.generator, "email");
  } finally {
    checks.stop();
  }
});

Deno.test("BackgroundChecks refuses as the use cases do, with places in the text", async () => {
  const checks = new BackgroundChecks();
  try {
    await rejects(checks.interpret({ ...DDL, text: "CREATE TABL x (id INT);" }), (error) => {
      const { code, problems } = error as { code: string; problems: { span?: { line: number } }[] };
      return code === "SCHEMA_INVALID" && problems[0]?.span?.line === 1;
    });
    equal((await checks.interpret(DDL)).leftOut.length, 0);
  } finally {
    checks.stop();
  }
});

Deno.test("BackgroundChecks gives up what is under way when it stops, and starts again when asked", async () => {
  const checks = new BackgroundChecks();
  const asked = checks.interpret(DDL);
  checks.stop();
  await rejects(asked, { code: "CANCELLED" });
  equal((await checks.interpret(DDL)).schema.tables.length, 2);
  checks.stop();
});

Deno.test("BackgroundChecks makes in another thread what makeExperiment makes here", () =>
  withContext(async (context) => {
    const checks = new BackgroundChecks();
    try {
      const { path } = context.dataRoot;
      const columns = { stores: { name: { faker_rule: "company" } } };
      const named = (name: string) => ({ ...DDL, options: { ...DDL.options, name } });
      await checks.make({ input: named("there"), columns }, path);
      await makeExperiment(context, { input: named("here"), columns });
      const schema = (name: string) => ({ ...showExperiment(context, name).schema, name: "shop" });
      deepEqual(schema("there"), schema("here"));
      const tried = await checks.make({ input: DDL, dryRun: true, isDescribed: true }, path);
      equal(JSON.parse(tried.described!.schema).tables.length, 2);
      await rejects(checks.make({ input: named("here") }, path), { code: "EXPERIMENT_NAME_TAKEN" });
      const json = { kind: "json", text: "{", source: "The text" } as const;
      await rejects(checks.make({ input: json }, path), { code: "SCHEMA_NOT_JSON" });
    } finally {
      checks.stop();
    }
  }));
