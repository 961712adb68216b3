/** Whether an inspection found a violation: the case was filed, or a correction ordered. */
export const violationFound = (inspection: string): string =>
  `(coalesce(${inspection}.filed, false) or ${inspection}.filed_on is not null or ${inspection}.correction_ordered_on is not null)`;
