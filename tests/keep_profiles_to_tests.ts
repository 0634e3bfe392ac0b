/**
 * Loaded before every test file: processes that a test starts make no profiles of coverage of their
 * own, which would take half of their time, unless `deno task coverage` asks for them.
 */
if (Deno.env.get("DW_SIM_TEST_PROFILES") !== "all") Deno.env.delete("DENO_COVERAGE_DIR");
