// What a request made is recorded by its key in the transaction that makes it, and its answer later:
// a process that is killed in between leaves a key that says what was made, and no answer yet.

/** Answers that may be still to come, and what was made by their requests. */
export const DEEDS_WITH_KEYS: readonly string[] = [
  `CREATE TABLE keyed_requests (
     id INTEGER PRIMARY KEY,
     key TEXT NOT NULL UNIQUE,
     request_hash TEXT NOT NULL,
     made TEXT,
     answer TEXT CHECK (answer IS NULL OR json_valid(answer)),
     created_at TEXT NOT NULL,
     CHECK (made IS NOT NULL OR answer IS NOT NULL)
   ) STRICT`,

  `INSERT INTO keyed_requests (id, key, request_hash, answer, created_at)
     SELECT id, key, request_hash, answer, created_at FROM answers`,

  `DROP TABLE answers`,
];
