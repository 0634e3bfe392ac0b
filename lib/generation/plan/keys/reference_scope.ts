import type { Reference } from "./table_roles.ts";

/** The stream that a reference draws on, named by its columns. */
export function referenceScope({ foreignKey }: Reference, purpose: string): string[] {
  return [purpose, ...foreignKey.columns];
}
