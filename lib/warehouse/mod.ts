/**
 * Other people's databases: what is needed to put a run's tables there. The home of the PostgreSQL
 * client.
 *
 * @module
 */
export {
  type PushedTable,
  type PushProgress,
  type PushReport,
  type PushRequest,
  type PushTable,
  pushToPostgres,
  type TypeNote,
} from "./push_to_postgres.ts";
