import type { QueryDialect } from "./dialects/mod.ts";
import { bareStatement, zoneSetting } from "./_statement.ts";
import { splitSql } from "./split_sql.ts";

/** A statement of a script that answers something, as it is asked alone. */
export interface ScriptStatement {
  /** The statement; before it stands the setting of the session that holds for it. */
  readonly sql: string;
  /** From a UTF-16 offset in `sql` to the one in the script. */
  readonly toText: (offset: number) => number;
  /** Where its first word stands in the script. */
  readonly offset: number;
  /** From there to its end, without the semicolon. */
  readonly length: number;
}

/**
 * Reads a script: its statements in order. Settings of the session are none; each holds for what
 * comes after it.
 *
 * @param text The script.
 * @param dialect What it is written in.
 */
export function readScript(text: string, dialect: QueryDialect): readonly ScriptStatement[] {
  const found: ScriptStatement[] = [];
  let setting = { text: "", offset: 0 };
  for (const statement of splitSql(text, dialect)) {
    const bare = bareStatement(statement);
    if (zoneSetting(bare.text) !== null) {
      setting = { text: `${bare.text};\n`, offset: bare.offset };
      continue;
    }
    const { text: settingText, offset: settingOffset } = setting;
    const lead = settingText.length;
    found.push({
      sql: settingText + statement.text,
      toText: (offset) => offset < lead ? settingOffset + offset : statement.offset + offset - lead,
      offset: bare.offset,
      length: bare.text.length,
    });
  }
  return found;
}
