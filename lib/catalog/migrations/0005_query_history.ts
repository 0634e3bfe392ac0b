// Kept apart from saved queries: nobody chose to keep these, and the oldest go by themselves.

/** What was asked, and how that went. */
export const QUERY_HISTORY: readonly string[] = [
  `CREATE TABLE query_history (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     asked_at TEXT NOT NULL,
     experiment_name TEXT COLLATE NOCASE,
     dialect TEXT NOT NULL,
     sql TEXT NOT NULL,
     is_cut INTEGER NOT NULL CHECK (is_cut IN (0, 1)),
     elapsed_ms REAL NOT NULL,
     row_count INTEGER,
     error_code TEXT,
     error_message TEXT
   ) STRICT`,
];
