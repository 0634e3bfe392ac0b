import { deepEqual, equal, throws } from "node:assert/strict";
import { withCatalog } from "./_testing.ts";

const MINE = { name: "Mine", sql: "SELECT 1", experimentName: "retail" };

Deno.test("SavedQueries.replace renames and changes, and keeps when it was made", () => {
  withCatalog([], ({ savedQueries }) => {
    const { createdAt } = savedQueries.create(MINE);
    const changed = { name: "Ours", sql: "SELECT 2", experimentName: null };
    deepEqual(savedQueries.replace("mine", changed), { ...changed, createdAt });
    throws(() => savedQueries.get("mine"), { code: "SAVED_QUERY_NOT_FOUND" });
    equal(savedQueries.replace("OURS", { ...changed, name: "OURS" }).name, "OURS");
  });
});

Deno.test("SavedQueries.replace refuses a name that is taken, and what is not there", () => {
  withCatalog([], ({ savedQueries }) => {
    savedQueries.create(MINE);
    savedQueries.create({ ...MINE, name: "other" });
    const take = () => savedQueries.replace("other", { ...MINE, name: "MINE" });
    throws(take, { code: "SAVED_QUERY_NAME_TAKEN" });
    throws(() => savedQueries.replace("nope", MINE), { code: "SAVED_QUERY_NOT_FOUND" });
    equal(savedQueries.get("other").sql, "SELECT 1");
  });
});

Deno.test("SavedQueries.page tells those of one experiment, in any case, or all", () => {
  withCatalog([], ({ savedQueries }) => {
    savedQueries.create(MINE);
    savedQueries.create({ ...MINE, name: "b", experimentName: null });
    const names = (experimentName?: string) =>
      savedQueries.page({ after: "", countMax: 9, experimentName }).map(({ name }) => name);
    deepEqual([names("RETAIL"), names("other"), names()], [["Mine"], [], ["b", "Mine"]]);
  });
});
