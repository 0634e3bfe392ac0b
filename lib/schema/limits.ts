/** Every bound an experiment schema is held to, in one place. */
export const SCHEMA_LIMITS = {
  /** Size of one schema file. */
  textBytesMax: 64 * 1024 * 1024,
  /** The same in YAML, which takes some hundred times as long to read as JSON. */
  yamlBytesMax: 4 * 1024 * 1024,
  /** Values of a YAML text once every alias is replaced by what it stands for. */
  yamlValueCountMax: 2_000_000,
  tableCountMax: 20_000,
  /** Columns of one table; warehouses stop at 1,600 to 2,000. */
  columnCountMax: 5_000,
  /** Rows of one table. */
  targetRowsMax: 100_000_000_000,
  /** Characters of a table or column name; Snowflake takes 255, Redshift 127. */
  nameLengthMax: 255,
  /** Characters of an experiment name, which becomes a folder. */
  experimentNameLengthMax: 63,
  /** Characters of a string column, bytes of a binary one; the largest a warehouse takes. */
  valueLengthMax: 134_217_728,
  decimalPrecisionMax: 38,
  fractionalSecondsMax: 9,
  /** Conditions of one table. */
  checkCountMax: 2_000,
  /** Rows that one parent is asked to have. */
  childCountMax: 65_536,
  /** Weighted values of one distribution. */
  weightedValueCountMax: 100_000,
} as const;
