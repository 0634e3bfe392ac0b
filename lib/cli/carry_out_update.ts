import type { UpdatedExperiment } from "../app/mod.ts";
import { changesText } from "./changes_text.ts";
import type { CliContext } from "./cli_context.ts";
import { confirm } from "./confirm.ts";
import { counted } from "./words.ts";

export interface UpdateFlags {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/**
 * Shows what an update changes, has a person agree where data goes with it, and carries it out.
 *
 * @param update The use case; called once to look, and once to do it.
 * @returns What was changed, or on a dry run would be.
 */
export async function carryOutUpdate<Updated extends UpdatedExperiment>(
  context: CliContext,
  { dryRun = false, yes = false }: UpdateFlags,
  update: (means: { readonly dryRun: boolean; readonly dropsData: boolean }) =>
    | Updated
    | Promise<Updated>,
): Promise<Updated> {
  const planned = await update({ dryRun: true, dropsData: false });
  const { schema: { name }, changes, droppedRunCount } = planned;
  if (dryRun || changes.length === 0) return planned;
  if (droppedRunCount > 0 && !yes) {
    context.note(changesText(changes, context));
    const runs = counted(droppedRunCount, "run");
    confirm({
      question:
        `Change the schema of '${name}', and remove the data of ${runs} made of the old one`,
      what: `Changing '${name}', which removes the data of ${runs},`,
    }, context);
  }
  return await update({ dryRun: false, dropsData: true });
}

/** The result of an update in words: its changes, and what became of the data. */
export function updateText(
  { schema: { name }, changes, droppedRunCount }: UpdatedExperiment,
  context: CliContext,
  { dryRun = false }: UpdateFlags,
): string {
  if (changes.length === 0) return `Nothing differs; experiment '${name}' stays as it is`;
  const gone = droppedRunCount === 0
    ? ""
    : `; the data of ${counted(droppedRunCount, "run")} ${dryRun ? "would be" : "is"} removed`;
  const verb = dryRun ? "Would change" : "Changed";
  return `${changesText(changes, context)}\n\n${verb} experiment '${name}'${gone}`;
}
