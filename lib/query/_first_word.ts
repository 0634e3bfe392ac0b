import { diagnostic, nearestNames } from "../errors/mod.ts";
import { refusal, spanOfWord } from "./_refusal.ts";

/** Words that questions begin with. */
const QUESTIONS = ["SELECT", "WITH", "VALUES", "DESCRIBE", "SUMMARIZE", "SHOW", "EXPLAIN"];

/** Words that other statements begin with, or questions in some dialect: they are no misspellings. */
const STATEMENTS: ReadonlySet<string> = new Set(
  ("ABORT ALTER ANALYZE ANALYSE ATTACH BEGIN CALL CHECKPOINT CLOSE CLUSTER COMMENT COMMIT COPY " +
    "CREATE DEALLOCATE DECLARE DELETE DESC DETACH DISCARD DO DROP END EXECUTE EXPORT FETCH FORCE " +
    "FROM GET GRANT IMPORT INSERT INSTALL LIST LISTEN LOAD LOCK LS MERGE MOVE NOTIFY PIVOT " +
    "PRAGMA PREPARE PUT REASSIGN REFRESH REINDEX RELEASE REMOVE RESET REVOKE RM ROLLBACK SAVEPOINT " +
    "SET START TABLE TRUNCATE UNDROP UNLOAD UNPIVOT UNSET UPDATE USE VACUUM").split(" "),
);

/**
 * Refuses a statement whose first word is nearly one that questions begin with.
 *
 * @param text The user's text.
 * @param offset Where the statement begins in it, behind comments.
 * @throws QUERY_REFUSED with the word that is like it.
 */
export function refuseMisspelling(text: string, offset: number): void {
  const word = /^[A-Za-z_]\w*/.exec(text.slice(offset))?.[0].toUpperCase();
  if (word === undefined || QUESTIONS.includes(word) || STATEMENTS.has(word)) return;
  const near = nearestNames(word, QUESTIONS, 1);
  if (near.length === 0) return;
  const span = spanOfWord(text, offset);
  throw refusal(diagnostic("QUERY_WORD_UNKNOWN", { word, near }, { span }));
}
