import assert from "node:assert/strict";
import fc from "fast-check";
import { DwSimError } from "../errors/mod.ts";
import {
  findColumn,
  findTable,
  parseSchemaValue,
  renderType,
  schemaToJson,
  validateSchema,
} from "../schema/mod.ts";
import { inferFrom, withFiles } from "./_testing.ts";

const SHOP = `
  CREATE TABLE customers AS SELECT i::INTEGER AS id, 'Name ' || i AS full_name,
    'user' || i || '@example.org' AS email, ['gold', 'silver', 'none'][1 + least(2, i % 5)] AS tier,
    DATE '2020-01-01' + (i % 900)::INTEGER AS joined_on
  FROM range(1, 501) t(i);
  CREATE TABLE orders AS SELECT (1000 + i)::BIGINT AS order_id, (1 + (i * 7919) % 500)::INTEGER AS customer_id,
    (10 + (i * 104729 % 9000) / 100.0)::DECIMAL(12,2) AS total,
    CASE WHEN i % 4 = 0 THEN NULL ELSE TIMESTAMP '2024-03-01' + to_minutes(i) END AS shipped_at,
    gen_random_uuid()::VARCHAR AS trace
  FROM range(2000) t(i);
  CREATE TABLE order_lines AS SELECT o.order_id, n::SMALLINT AS line_number, (1 + (o.order_id + n) % 10)::TINYINT AS quantity
  FROM orders o, range(1, 4) t(n);
`;

async function makeShop(run: (sql: string) => Promise<void>, copy: string): Promise<void> {
  await run(SHOP);
  for (const table of ["customers", "orders", "order_lines"]) {
    await run(`COPY ${table} TO ${copy.replace("%", table)}`);
  }
}

Deno.test("inferSchema finds types, keys, references, NULLs, ranges and categories in Parquet", () =>
  withFiles(async (folder, run) => {
    await makeShop(run, "'$folder/%.parquet' (FORMAT parquet)");
    const { schema, diagnostics } = await inferFrom([folder]);
    assert.deepEqual(validateSchema(schema), []);
    const [customers, orders, lines] = ["customers", "orders", "order_lines"]
      .map((name) => findTable(schema, name));
    assert.deepEqual([customers!.targetRows, orders!.targetRows, lines!.targetRows], [
      500,
      2000,
      6000,
    ]);
    assert.deepEqual(customers!.primaryKey, ["id"]);
    assert.deepEqual(orders!.primaryKey, ["order_id"]);
    assert.deepEqual(lines!.compositeKeys, [["order_id", "line_number"]]);
    assert.deepEqual(
      [...orders!.foreignKeys, ...lines!.foreignKeys].map((key) => [
        ...[key.columns, key.referencesTable, key.referencesColumns],
      ]),
      [[["customer_id"], "customers", ["id"]], [["order_id"], "orders", ["order_id"]]],
    );
    const total = findColumn(orders!, "total");
    assert.deepEqual(total.type, { kind: "decimal", precision: 12, scale: 2 });
    assert.deepEqual(total.range, { min: 10, max: 99.97 });
    assert.deepEqual(total.distribution, { kind: "uniform" });
    const shipped = findColumn(orders!, "shipped_at");
    assert.deepEqual([shipped.nullable, shipped.nullRate], [true, 0.25]);
    assert.deepEqual(shipped.dateRange, {
      start: "2024-03-01T00:01:00",
      end: "2024-03-02T09:19:00",
    });
    assert.equal(findColumn(orders!, "trace").generator, "uuid");
    const tier = findColumn(customers!, "tier").distribution;
    assert.ok(tier?.kind === "values");
    assert.deepEqual(tier.values, [
      { value: "none", weight: 300 },
      { value: "gold", weight: 100 },
      { value: "silver", weight: 100 },
    ]);
    const codes = diagnostics.map(({ code }) => code);
    assert.equal(codes.filter((code) => code === "SAMPLE_FOREIGN_KEY").length, 2);
    assert.ok(codes.includes("SAMPLE_VALUES"));
  }));

Deno.test("inferSchema finds the same in CSV, its sniffed widths aside, and in JSON Lines", () =>
  withFiles(async (folder, run) => {
    await makeShop(run, "'$folder/%.parquet' (FORMAT parquet)");
    const expected = (await inferFrom([folder])).schema;
    const shape = (schema: typeof expected) =>
      schema.tables.map((table) => [
        ...[table.name, table.targetRows, table.primaryKey, table.compositeKeys],
        table.foreignKeys,
        table.columns.map((
          { name, nullable, nullRate, dateRange },
        ) => [name, nullable, nullRate, dateRange]),
      ]);
    for (
      const [copy, ending] of [["FORMAT csv, HEADER", "csv"], [
        "FORMAT csv, HEADER, COMPRESSION gzip",
        "csv.gz",
      ], ["FORMAT json", "jsonl"]]
    ) {
      const paths = [
        `${folder}/customers.${ending}`,
        `${folder}/orders.${ending}`,
        `${folder}/order_lines.${ending}`,
      ];
      for (const table of ["customers", "orders", "order_lines"]) {
        await run(`COPY ${table} TO '$folder/${table}.${ending}' (${copy})`);
      }
      assert.deepEqual(shape((await inferFrom(paths)).schema), shape(expected), ending);
    }
  }));

Deno.test("inferSchema copies nothing but counts, lengths and ranges when it is told so", () =>
  withFiles(async (folder, run) => {
    await makeShop(run, "'$folder/%.parquet' (FORMAT parquet)");
    const { schema, diagnostics } = await inferFrom([folder], { copyValues: false });
    const text = JSON.stringify([schemaToJson(schema), diagnostics]);
    for (const value of ["gold", "silver", "user1@example.org", "Name 1"]) {
      assert.equal(text.includes(value), false, value);
    }
    assert.ok(diagnostics.some(({ message }) => /^No values/.test(message)));
  }));

Deno.test("inferSchema never copies what is about persons, however few the values", () =>
  withFiles(async (folder, run) => {
    await run(
      `COPY (SELECT i AS id, 'Ann' AS first_name, 'ann@example.org' AS contact, '+49 30 1234567' AS phone
      FROM range(200) t(i)) TO '$folder/people.csv' (HEADER)`,
    );
    const { schema } = await inferFrom([`${folder}/people.csv`]);
    const text = JSON.stringify(schemaToJson(schema));
    assert.equal(/Ann|ann@|1234567/.test(text), false);
    assert.equal(findColumn(schema.tables[0]!, "contact").generator, "email");
  }));

Deno.test("inferSchema tells the shapes of numbers apart", () =>
  withFiles(async (folder, run) => {
    // Sums of twelve uniform numbers are normal enough, and logarithms make exponential ones.
    const uniform = "(hash(i * 17 + n) % 1000003) / 1000003.0";
    await run(`COPY (SELECT i AS id,
        100 + 15 * (list_sum([(hash(i * 31 + n) % 1000003) / 1000003.0 FOR n IN range(12)]) - 6) AS normal,
        exp(2 + 0.8 * (list_sum([(hash(i * 37 + n) % 1000003) / 1000003.0 FOR n IN range(12)]) - 6)) AS lognormal,
        -10 * ln(1 - (hash(i * 41) % 1000003) / 1000004.0) AS exponential,
        5 + 20 * (hash(i * 43) % 1000003) / 1000003.0 AS uniform,
        CASE WHEN i % 2 = 0 THEN 1.5 + ${uniform.replaceAll("n", "7")} ELSE 500 + ${
      uniform.replaceAll("n", "8")
    } END AS two_heaps
      FROM range(20000) t(i)) TO '$folder/numbers.parquet' (FORMAT parquet)`);
    const { schema } = await inferFrom([`${folder}/numbers.parquet`]);
    const found = Object.fromEntries(
      schema.tables[0]!.columns.map(({ name, distribution }) => [name, distribution]),
    );
    for (const kind of ["normal", "lognormal", "exponential", "uniform"]) {
      assert.equal(found[kind]?.kind, kind);
    }
    assert.equal(found.two_heaps, undefined);
    const { normal, exponential, lognormal } = found;
    assert.ok(
      normal?.kind === "normal" && Math.abs(normal.mean - 100) < 1 &&
        Math.abs(normal.stddev - 15) < 1,
    );
    assert.ok(exponential?.kind === "exponential" && Math.abs(exponential.lambda - 0.1) < 0.01);
    assert.ok(lognormal?.kind === "lognormal" && Math.abs(lognormal.mu - 2) < 0.1);
  }));

Deno.test("inferSchema reports a reference whose rows are missing, and does not make it", () =>
  withFiles(async (folder, run) => {
    await run(
      "COPY (SELECT i AS id, 'x' AS note FROM range(1, 101) t(i)) TO '$folder/stores.csv' (HEADER)",
    );
    await run(
      "COPY (SELECT i AS id, 1 + i % 110 AS store_id FROM range(1000) t(i)) TO '$folder/sales.csv' (HEADER)",
    );
    const { schema, diagnostics } = await inferFrom([folder]);
    assert.deepEqual(findTable(schema, "sales").foreignKeys, []);
    const finding = diagnostics.find(({ code }) => code === "SAMPLE_FOREIGN_KEY_BROKEN");
    assert.match(finding!.message, /'sales.store_id'.*'stores'.* 90 of 1,000 rows/s);
  }));

Deno.test("inferSchema makes unique what a reference leads to, though it is no primary key", () =>
  withFiles(async (folder, run) => {
    await run(
      "COPY (SELECT i AS id, 5000 + i AS badge_number FROM range(300) t(i)) TO '$folder/people.csv' (HEADER)",
    );
    await run(
      "COPY (SELECT i AS id, 5000 + i % 300 AS badge_number FROM range(900) t(i)) TO '$folder/visits.csv' (HEADER)",
    );
    const { schema } = await inferFrom([folder]);
    assert.deepEqual(validateSchema(schema), []);
    const people = findTable(schema, "people");
    assert.deepEqual([people.primaryKey, findColumn(people, "badge_number").unique], [
      ["id"],
      true,
    ]);
    assert.deepEqual(findTable(schema, "visits").foreignKeys.map((key) => key.referencesColumns), [
      ["badge_number"],
    ]);
  }));

Deno.test("inferSchema counts keys exactly, whatever the engine estimates", () =>
  withFiles(async (folder, run) => {
    await run(
      "COPY (SELECT printf('%05d', i) AS id FROM range(10000) t(i)) TO '$folder/padded.csv' (HEADER)",
    );
    const { schema } = await inferFrom([folder]);
    assert.deepEqual(schema.tables[0]!.primaryKey, ["id"]);
    assert.deepEqual(schema.tables[0]!.columns[0]!.type, {
      kind: "string",
      maxLength: 5,
      fixed: false,
    });
  }));

Deno.test("inferSchema does not take two tables for one that count their rows alike", () =>
  withFiles(async (folder, run) => {
    for (const table of ["cities", "rivers"]) {
      await run(
        `COPY (SELECT i AS place_id, i % 7 AS size FROM range(100) t(i)) TO '$folder/${table}.csv' (HEADER)`,
      );
    }
    const { schema } = await inferFrom([folder]);
    assert.deepEqual(schema.tables.flatMap(({ foreignKeys }) => foreignKeys), []);
  }));

Deno.test("inferSchema makes names of any header, keeps them with a dialect, and says so", () =>
  withFiles(async (folder) => {
    await Deno.writeTextFile(
      `${folder}/2024 sales.csv`,
      'Order No.,order no,"Total, net"\n1,2,3.5\n2,3,4.5\n',
    );
    const plain = await inferFrom([folder]);
    assert.deepEqual(
      plain.schema.tables.map(({ name, columns }) => [name, columns.map((each) => each.name)]),
      [
        ["_2024_sales", ["Order_No", "order_no_2", "Total_net"]],
      ],
    );
    assert.equal(plain.diagnostics.filter(({ code }) => code === "SAMPLE_NAME_CHANGED").length, 4);
    const quoted = await inferFrom([folder], { dialect: "snowflake" });
    assert.deepEqual(quoted.schema.tables[0]!.columns.map(({ name }) => name), [
      "Order No.",
      "order no",
      "Total, net",
    ]);
  }));

Deno.test("inferSchema gives up one reference of a circle in which all are required", () =>
  withFiles(async (folder, run) => {
    await run(
      "COPY (SELECT i AS id, i AS employee_id FROM range(1, 51) t(i)) TO '$folder/departments.csv' (HEADER)",
    );
    await run(
      "COPY (SELECT i AS id, 1 + i % 50 AS department_id FROM range(1, 201) t(i)) TO '$folder/employees.csv' (HEADER)",
    );
    const { schema, diagnostics } = await inferFrom([folder]);
    assert.deepEqual(validateSchema(schema), []);
    assert.equal(schema.tables.flatMap(({ foreignKeys }) => foreignKeys).length, 1);
    assert.ok(diagnostics.some(({ code }) => code === "SAMPLE_CIRCLE"));
  }));

const ODD: Readonly<Record<string, string>> = {
  empty: "",
  header: "a,b,c\n",
  blank_names: ",,\n1,2,3\n",
  ragged: "a,b,c\n1,2\n3,4,5,6\n7,8,9\n",
  quotes: 'name,city\n"Ann ""A"", x",Köln\n"two\nlines",東京\n',
  open_quote: 'a,b\n"open,1\n2,3\n',
  twice: "a,a,A\n1,2,3\n",
  zeros: "id,zip\n1,00712\n2,01234\n",
  carriage: "\ufeffid,v\r\n1,a\r\n2,\r\n",
  all_null: "a,b\n,\n,\n",
  infinite: "x\ninf\nnan\n1\n",
};

Deno.test("inferSchema takes odd CSV files, and what it makes of them is coherent", () =>
  withFiles(async (folder) => {
    for (const [name, text] of Object.entries(ODD)) {
      await Deno.writeTextFile(`${folder}/${name}.csv`, text);
      const { schema } = await inferFrom([`${folder}/${name}.csv`]);
      assert.deepEqual(validateSchema(schema), [], name);
      assert.deepEqual(parseSchemaValue(schemaToJson(schema), { source: name }), schema, name);
    }
    await Deno.writeFile(`${folder}/binary.csv`, new Uint8Array([0, 1, 2]));
    await assert.rejects(
      inferFrom([`${folder}/binary.csv`]),
      (error) => error instanceof DwSimError && error.code === "SAMPLE_UNREADABLE",
    );
    const zeros = (await inferFrom([`${folder}/zeros.csv`])).schema.tables[0]!;
    assert.equal(findColumn(zeros, "zip").type.kind, "string");
    const header = await inferFrom([`${folder}/header.csv`]);
    assert.equal(header.schema.tables[0]!.targetRows, 0);
    assert.ok(header.diagnostics.some(({ code }) => code === "SAMPLE_EMPTY"));
  }));

Deno.test("inferSchema takes every type of the engine, and values at the edge of each", () =>
  withFiles(async (folder, run) => {
    await run("CREATE TABLE every AS SELECT * FROM test_all_types()");
    await run(
      "COPY (SELECT * EXCLUDE (bit) FROM every) TO '$folder/every.parquet' (FORMAT parquet)",
    );
    const { schema } = await inferFrom([`${folder}/every.parquet`]);
    assert.deepEqual(validateSchema(schema), []);
    const kinds = Object.fromEntries(
      schema.tables[0]!.columns.map(({ name, type }) => [name, renderType(type)]),
    );
    assert.deepEqual(
      ["utinyint", "ubigint", "dec_18_6", "uuid", "int_array", "struct", "timestamp_tz", "time"]
        .map((name) => kinds[name]),
      [
        "SMALLINT",
        "DECIMAL(20,0)",
        "DECIMAL(18,6)",
        "UUID",
        "JSON",
        "JSON",
        "TIMESTAMPTZ(6)",
        "TIME(6)",
      ],
    );
  }));

Deno.test("inferSchema takes any table of texts, quoted as RFC 4180 wants", () =>
  withFiles(async (folder) => {
    const cell = fc.string({ unit: "grapheme", maxLength: 12 });
    const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 8,
      })
    );
    const path = `${folder}/any.csv`;
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const quoted = rows.map((row) =>
          row.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")
        );
        await Deno.writeTextFile(path, quoted.join("\n") + "\n");
        const { schema } = await inferFrom([path]);
        assert.deepEqual(validateSchema(schema), []);
      }),
      { numRuns: 25 },
    );
  }));
