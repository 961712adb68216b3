/** What is counted of unions, in the order of the catalogue. */
export const unionFigures = [
  'union.coverage',
  'union.coverage25',
  'union.membership',
  'union.collective',
  'union.wage',
  'union.congress',
  'union.disclosure',
] as const;
