/** A decision just made about a name: whom it means, and how many waiting rows that gave an employer. */
export interface MatchDecision {
  readonly id: string;
  readonly name: string;
  readonly chosen: string;
  readonly attached: number;
}
