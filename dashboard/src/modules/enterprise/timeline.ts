const tones: Readonly<Record<string, string>> = {
  CERTIFIED: 'met', CORRECTED: 'met', UNION_FOUNDED: 'met', DISPUTE_CLOSED: 'met', DISPUTE_CONFIRMED: 'met', REEMPLOYED: 'met', CERTIFICATION_CLAIMED: 'near', CERTIFICATION_ENDS: 'near',
  AGREEMENT_ENDS: 'near', CORRECTION_ORDERED: 'near', CORRECTION_DUE: 'near', INSPECTION_FILED: 'near', STATUS: 'near', SUMMONED: 'near', DISPUTE_FILED: 'missed', CERTIFICATION_REVOKED: 'missed',
  UNION_DISSOLVED: 'missed', CLOSED: 'missed',
}; // prettier-ignore

/** The colour of an entry's dot; its words say the same. */
export const toneOf = (kind: string): string => tones[kind] ?? '';
