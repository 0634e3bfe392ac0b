/** Words that can follow a column's type. */
export const COLUMN_WORDS: readonly string[] = [
  "NOT",
  "NULL",
  "PRIMARY",
  "UNIQUE",
  "REFERENCES",
  "FOREIGN",
  "CONSTRAINT",
  "CHECK",
  "DEFAULT",
  "IDENTITY",
  "AUTOINCREMENT",
  "AUTO_INCREMENT",
  "GENERATED",
  "AS",
  "ENCODE",
  "DISTKEY",
  "SORTKEY",
  "COLLATE",
  "COMMENT",
  "MASKING",
  "PROJECTION",
  "TAG",
  "WITH",
  "STORAGE",
  "COMPRESSION",
  "OPTIONS",
];

const COLUMN_WORD_SET: ReadonlySet<string> = new Set(COLUMN_WORDS);

/** Whether an attribute of the column starts here. */
export function startsColumnAttribute(word: string): boolean {
  return COLUMN_WORD_SET.has(word);
}
