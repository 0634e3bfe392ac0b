/**
 * Continuous distributions: cumulative functions and their inverses. Exact to about 1e-9, computed
 * at bind time and in the tails alone.
 *
 * @module
 */
export { curveFunctions } from "./curve_functions.ts";
