/** The colour of a stage of certification; its word always stands with it. */
export const stageTone = (stage: string | undefined): string =>
  ({ CERTIFIED: 'met', CLAIMED: 'near', NOTICE: '', EXPIRED: 'missed', REVOKED: 'missed' })[
    stage ?? 'NONE'
  ] ?? 'muted';

/** The colour of what became of an electronic contract's signatures. */
export const verificationTone = (verification: string): string =>
  ({ VERIFIED: 'met', DIGESTS_DIFFER: 'missed', ONE_PARTY: 'near', UNSIGNED: 'near' })[verification] ??
  'muted';
