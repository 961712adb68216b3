/** What is counted of contracts and filings, in the order of the catalogue. */
export const contractFigures = [
  'contract.signing',
  'contract.electronic',
  'contract.verified',
  'contract.expiring',
  'filing.coverage',
  'filing.insured',
] as const;

/** Those of them that have a target: what towns and industries are held against. */
export const contractShares = contractFigures.filter(key => key !== 'contract.expiring');
