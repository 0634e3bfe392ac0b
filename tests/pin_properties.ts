import fc from "fast-check";

/**
 * Loaded before every test file: properties draw the same cases in every run, so that a red suite is
 * never luck. DW_SIM_PROPERTY_SEED=… draws others; a failure prints the seed it had.
 */
const seed = Number(Deno.env.get("DW_SIM_PROPERTY_SEED") ?? 20261122);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
