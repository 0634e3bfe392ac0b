// Answers are kept so that a request which is repeated after its answer was lost is not done twice.

/** Saved queries, and answers by the keys that clients gave them. */
export const SERVICE: readonly string[] = [
  `CREATE TABLE saved_queries (
     name TEXT PRIMARY KEY COLLATE NOCASE CHECK (name <> ''),
     sql TEXT NOT NULL,
     experiment_name TEXT,
     created_at TEXT NOT NULL
   ) STRICT`,

  `CREATE TABLE answers (
     id INTEGER PRIMARY KEY,
     key TEXT NOT NULL UNIQUE,
     request_hash TEXT NOT NULL,
     answer TEXT NOT NULL CHECK (json_valid(answer)),
     created_at TEXT NOT NULL
   ) STRICT`,
];
