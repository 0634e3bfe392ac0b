import { DwSimError } from "../errors/mod.ts";
import type { DatabaseAddress } from "./database_address.ts";

/** What was being done when something went wrong. */
export interface Doing {
  readonly address: DatabaseAddress;
  /** Words that follow "the database refuses" and "broke while": `filling 'orders'`. */
  readonly what: string;
  readonly isConnecting?: boolean;
}

/**
 * Gives a failure of the database or of the way to it our words, decided by its SQLSTATE or the
 * system's code.
 */
export function warehouseError(error: unknown, { address, what, isConnecting }: Doing): unknown {
  if (error instanceof DwSimError || !(error instanceof Error)) return error;
  const { shown: target, hasPassword } = address;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const reason = error.message.replace(/\.$/, "") || code;
  const cause = { cause: error };
  if (SQL_STATE.test(code)) return serverError(code, { target, what, reason, cause });
  if (!isConnecting) return new DwSimError("WAREHOUSE_LOST", { target, what, reason }, cause);
  // The client ends the conversation by itself when it is asked for a password it has not.
  if (code === "" && !hasPassword) {
    const reason = "it asks for a password, and there is none";
    return new DwSimError("WAREHOUSE_AUTH", { target, reason }, cause);
  }
  const plain = REASONS[code] ?? reason;
  return new DwSimError("WAREHOUSE_UNREACHABLE", { target, reason: plain }, cause);
}

/** Spec: PostgreSQL, Appendix A. PostgreSQL Error Codes. */
const SQL_STATE = /^[0-9A-Z]{5}$/;

interface ServerFailure {
  readonly target: string;
  readonly what: string;
  readonly reason: string;
  readonly cause: { readonly cause: Error };
}

function serverError(state: string, failure: ServerFailure): DwSimError {
  const { target, what, reason, cause } = failure;
  if (state.startsWith("28")) return new DwSimError("WAREHOUSE_AUTH", { target, reason }, cause);
  if (state === "3D000") return new DwSimError("WAREHOUSE_NO_DATABASE", { target, reason }, cause);
  if (BUSY.has(state)) return new DwSimError("WAREHOUSE_UNREACHABLE", { target, reason }, cause);
  if (state.startsWith("08") || state.startsWith("57P")) {
    return new DwSimError("WAREHOUSE_LOST", { target, what, reason }, cause);
  }
  return new DwSimError("WAREHOUSE_REFUSED", { target, what, reason, state }, cause);
}

/** Too many connections; starting up. */
const BUSY: ReadonlySet<string> = new Set(["53300", "57P03"]);

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "the connection is refused",
  ENOTFOUND: "there is no host of that name",
  ETIMEDOUT: "nobody answers in time",
  EHOSTUNREACH: "there is no way to that host",
  ENOENT: "there is no such socket",
};
