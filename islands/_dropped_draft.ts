import type { SchemaDraft } from "../components/schema_fields.tsx";

/**
 * The draft after files were dropped on it: JSON replaces the JSON, anything else the SQL, several
 * files one after another.
 */
export async function droppedDraft(
  files: readonly File[],
  { name }: SchemaDraft,
): Promise<Partial<SchemaDraft>> {
  const first = files[0]!;
  if (/\.json$/i.test(first.name)) return { format: "json", json: await first.text() };
  const texts = await Promise.all(files.map((file) => file.text()));
  const sql = texts.map((text) => text.replaceAll("\r\n", "\n")).join("\n");
  return { format: "sql", sql, ...name.trim() === "" && { name: nameOf(first.name) } };
}

/** `My warehouse-2.sql` → `My_warehouse_2` */
function nameOf(file: string): string {
  const name = file.replace(/\.[^.]*$/, "").replace(/\W+/g, "_").replace(/^_+|_+$/g, "");
  return /^\d/.test(name) ? `_${name}` : name;
}
