import type { LogicalKind } from "../schema/mod.ts";
import { GENERATORS } from "./generators/registry_gen.ts";

/** A generator, as people choose one. */
export interface GeneratorSummary {
  readonly name: string;
  /** One plain sentence, no final period. */
  readonly summary: string;
  /** Kinds of column it can fill. */
  readonly produces: readonly LogicalKind[];
}

/** The generators there are, by name. */
export function listGenerators(): readonly GeneratorSummary[] {
  return GENERATORS.map(({ name, summary, produces }) => ({ name, summary, produces }));
}
