import type { ColumnLayout } from "../column_layout.ts";
import type { Scratch } from "../scratch.ts";
import { AffineBooleanDomain, AffineDomain, AffineInt32Domain } from "./affine_domain.ts";
import type { Domain } from "./domain.ts";
import type { DomainKernel } from "./domain_kernel.ts";
import { ListDomain } from "./list_domain.ts";
import { createNumberStore } from "./number_store.ts";
import { PatternDomain } from "./pattern_domain.ts";
import { OrderedPoolDomain, PoolDomain } from "./pool_domain.ts";
import { QuantileDomain } from "./quantile_domain.ts";
import { RandomBytesDomain } from "./random_bytes_domain.ts";
import { TemplateDomain } from "./template_domain.ts";
import { WideDomain } from "./wide_domain.ts";

/** What a domain needs from its surroundings. */
export interface DomainContext {
  readonly layout: ColumnLayout;
  readonly pools: Readonly<Record<string, readonly string[]>>;
  readonly scratch: Scratch;
}

/**
 * Binds the kernel of a domain.
 *
 * @param domain Pure data.
 * @param context The column's layout, the plan's pools, and where arrays come from.
 */
export function bindDomain(
  domain: Domain,
  { layout, pools, scratch }: DomainContext,
): DomainKernel {
  const numbers = (divisor: number) => createNumberStore(layout, { divisor, scratch });
  switch (domain.kind) {
    case "affine":
      return bindAffine(domain, { layout, scratch }) ??
        new AffineDomain(domain.start, domain.step, numbers(domain.divisor));
    case "wide":
      return new WideDomain(domain, numbers(domain.divisor), scratch);
    case "quantile":
      return new QuantileDomain(domain, numbers(domain.divisor), scratch);
    case "list":
      return new ListDomain(domain.units, numbers(domain.divisor), scratch);
    case "pool":
      return domain.order === undefined
        ? new PoolDomain(pools[domain.pool]!)
        : new OrderedPoolDomain(pools[domain.pool]!, domain.order, scratch);
    case "template":
      return new TemplateDomain(domain.parts, pools, scratch);
    case "pattern":
      return new PatternDomain(domain, scratch);
    case "uuid":
      return new RandomBytesDomain({ kind: "uuid", length: 16 }, domain.key, scratch);
    case "binary":
      return new RandomBytesDomain({ kind: "binary", length: domain.length }, domain.key, scratch);
  }
}

/** The layouts that need no way through doubles. */
function bindAffine(
  { start, step, count }: Extract<Domain, { kind: "affine" }>,
  { layout, scratch }: Pick<DomainContext, "layout" | "scratch">,
): DomainKernel | null {
  if (layout.layout === "int32") return new AffineInt32Domain(start, step, scratch);
  const last = start + step * (count - 1);
  const isBoolean = layout.layout === "boolean" && count <= 2 && Math.max(start, last) <= 1;
  return isBoolean ? new AffineBooleanDomain(start, step, scratch) : null;
}
