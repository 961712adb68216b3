/** Whether a union is there at the end of a day (the rule of the read model rm_union_employer, asked of one row): founded, not dissolved. */
export const unionHolds = (union: string, day: string): string =>
  `${union}.form <> 'NONE' and ${union}.founded_on <= ${day} and coalesce(${union}.dissolved_on, 'infinity') > ${day}`;

/** Whether such a union has an agreement that has begun and not ended; one without an end goes on. */
export const agreementHolds = (kind: 'collective' | 'wage', union: string, day: string): string =>
  `${unionHolds(union, day)} and ${union}.${kind}_from <= ${day} and coalesce(${union}.${kind}_to, 'infinity') >= ${day}`;
