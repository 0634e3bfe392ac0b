import type { RowBatch } from "../row_batch.ts";
import type { Scratch } from "../scratch.ts";
import type { OrdinalKernel } from "./ordinal_kernel.ts";
import type { OrdinalPlan } from "./ordinal_plan.ts";
import { AfterOrdinal } from "./after_ordinal.ts";
import { DigitOrdinal } from "./digit_ordinal.ts";
import { EarlierOrdinal } from "./earlier_ordinal.ts";
import { FamilyOrdinal } from "./family_ordinal.ts";
import { GrownRestOrdinal } from "./grown_rest_ordinal.ts";
import { HashedOrdinal } from "./hashed_ordinal.ts";
import { MemberOrdinal } from "./member_ordinal.ts";
import { PermutedOrdinal } from "./permuted_ordinal.ts";
import { RestOrdinal } from "./rest_ordinal.ts";
import { StagedOrdinal } from "./staged_ordinal.ts";
import { ThroughOrdinal } from "./through_ordinal.ts";
import { WeightedOrdinal } from "./weighted_ordinal.ts";

/**
 * Binds the kernel of an ordinal plan.
 *
 * @param plan Pure data.
 * @param scratch Where arrays come from.
 * @returns A kernel that maps rows to ordinals a batch at a time.
 */
export function bindOrdinal(plan: OrdinalPlan, scratch: Scratch): OrdinalKernel {
  switch (plan.kind) {
    case "row":
      return ROW_ORDINAL;
    case "permuted":
      return new PermutedOrdinal(plan.count, plan.key, scratch);
    case "hashed":
      return new HashedOrdinal(plan.count, plan.key, scratch);
    case "weighted":
      return new WeightedOrdinal(plan.thresholds, plan.key, scratch);
    case "earlier":
      return new EarlierOrdinal(plan.key, scratch);
    case "digit":
      return new DigitOrdinal(plan.tuple, plan.index, scratch);
    case "rest":
      return new RestOrdinal(plan.rest, scratch);
    case "grown_rest":
      return new GrownRestOrdinal(plan.rest, scratch);
    case "family":
      return new FamilyOrdinal(plan.family, scratch);
    case "member":
      return new MemberOrdinal(plan.member, scratch);
    case "staged":
      return new StagedOrdinal(
        plan.stages.map(({ from, ordinal }) => ({ from, kernel: bindOrdinal(ordinal, scratch) })),
        scratch,
      );
    case "after":
      return new AfterOrdinal(plan, bindOrdinal(plan.then, scratch), scratch);
    case "through":
      return new ThroughOrdinal(bindOrdinal(plan.first, scratch), bindOrdinal(plan.then, scratch));
  }
}

/** The row index is the ordinal: nothing to compute, nothing to copy. */
const ROW_ORDINAL: OrdinalKernel = { map: (rows: RowBatch): RowBatch => rows };
