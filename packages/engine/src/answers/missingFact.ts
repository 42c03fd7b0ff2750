/** A fact the file does not have, where an answer would be another with it. */
export interface MissingFact {
  /** Where it belongs in the scenario file. */
  readonly path: string
  /** What it would tell, or change. */
  readonly message: string
}
