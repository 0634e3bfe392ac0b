import type { LogicalType } from "../../schema/mod.ts";
import type { Domain } from "../domains/domain.ts";

/**
 * A parent's domain as a child of another type stores it: `NUMBER(38,0)` that references
 * `INTEGER` has the same numbers in other units.
 *
 * @param domain The parent's domain.
 * @param types The parent's type and the child's, of one family.
 */
export function convertDomain(
  domain: Domain,
  { from, to }: { readonly from: LogicalType; readonly to: LogicalType },
): Domain {
  const factor = unitsInOne(to) / unitsInOne(from);
  if (domain.kind === "affine" || domain.kind === "wide") {
    const { start, step, divisor } = domain;
    const factorHere = to.kind === "float" ? factor : factor / divisor;
    return {
      ...domain,
      start: start * factorHere,
      step: step * factorHere,
      divisor: to.kind === "float" ? divisor : 1,
    };
  }
  if (domain.kind === "list") {
    return { ...domain, units: domain.units.map((unit) => unit * factor) };
  }
  return domain;
}

function unitsInOne(type: LogicalType): number {
  return type.kind === "decimal" ? 10 ** type.scale : 1;
}
