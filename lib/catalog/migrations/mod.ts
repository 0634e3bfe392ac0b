import { INITIAL } from "./0001_initial.ts";

/** The statements of each step, in order. Steps that were released are never changed, only followed. */
export const MIGRATIONS: readonly (readonly string[])[] = [INITIAL];
