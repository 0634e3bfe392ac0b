import type { EditorView } from "@codemirror/view";
import type { FindingJson } from "../components/finding_list.tsx";
import { sentences } from "../components/sentences.ts";
import type { EditorFinding } from "./_findings.ts";
import { readJsonPath } from "./_json_schema.ts";

/** More of them say that the text is something else; drawing them would take long. */
const MARKED_MAX = 500;

type Format = "sql" | "json";

/** Underlines what the server found, where it found it. */
export async function markFindings(
  view: EditorView,
  format: Format,
  findings: readonly FindingJson[],
): Promise<void> {
  const { showFindings } = await import("./_editor.ts");
  const placed = await Promise.all(
    findings.slice(0, MARKED_MAX).map((finding) => placeFinding(view, format, finding)),
  );
  showFindings(view, [...await ownFindings(view, format), ...placed]);
}

/** What is no JSON is seen here, at its place. */
async function ownFindings(view: EditorView, format: Format): Promise<readonly EditorFinding[]> {
  if (format === "sql") return [];
  const { syntaxFindings } = await import("./_json_language.ts");
  return syntaxFindings(view);
}

/** Puts the cursor where something was found. */
export async function goToFinding(
  view: EditorView,
  format: Format,
  finding: FindingJson,
): Promise<void> {
  const { goTo } = await import("./_editor.ts");
  goTo(view, (await placeFinding(view, format, finding)).from);
}

async function placeFinding(
  view: EditorView,
  format: Format,
  { severity, message, hint, span, path }: FindingJson,
): Promise<EditorFinding> {
  const told = { severity, message: sentences(message, hint) };
  if (span !== undefined) return { ...told, from: span.offset, to: span.offset + span.length };
  if (format === "sql" || path === undefined) return { ...told, from: 0, to: 0 };
  const { placeOf } = await import("./_json_language.ts");
  return { ...told, ...placeOf(view.state, readJsonPath(path)) };
}
