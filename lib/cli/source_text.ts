/** A text of the user and what messages call it. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
}
