/**
 * The command line: flags in, text or JSON out, exit codes.
 *
 * @module
 */
export { type CommandHelp, commandHelp } from "./command_help.ts";
export { runCli } from "./run_cli.ts";
export type { ServeRequest, ServerHandle, StartServer } from "./start_server.ts";
export { VERSION } from "./version.ts";
