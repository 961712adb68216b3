/** A roster that states the status states the closing too: whoever is not closed has no closing date. */
export function rosterFields(columns: readonly string[]): string[] {
  return columns.includes('status') ? [...new Set([...columns, 'closedOn'])] : [...columns];
}
