import { INITIAL } from "./0001_initial.ts";
import { RUN_LIFECYCLE } from "./0002_run_lifecycle.ts";
import { SERVICE } from "./0003_service.ts";
import { DEEDS_WITH_KEYS } from "./0004_deeds_with_keys.ts";
import { QUERY_HISTORY } from "./0005_query_history.ts";

/** The statements of each step, in order. Steps that were released are never changed, only followed. */
export const MIGRATIONS: readonly (readonly string[])[] = [
  INITIAL,
  RUN_LIFECYCLE,
  SERVICE,
  DEEDS_WITH_KEYS,
  QUERY_HISTORY,
];
