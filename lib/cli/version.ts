/** The version of dw-sim, as `dw-sim version` tells it. */
export const VERSION = "0.1.0";
