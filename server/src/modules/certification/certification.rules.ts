/** The last day of validity: as the row gives it, else the term of the setting less one day. */
export const lastValidDay = (certification: string, term: string): string =>
  `coalesce(${certification}.valid_to, (${certification}.certified_on + make_interval(years => ${term}))::date - 1)`;

/** Whether a certification is in force at the end of a day: it met all the conditions, has begun, and is neither over nor revoked. */
export const certificationHolds = (certification: string, day: string, term: string): string =>
  `${certification}.qualified and ${certification}.certified_on <= ${day} and ${lastValidDay(certification, term)} >= ${day}
    and coalesce(${certification}.revoked_on, 'infinity') > ${day}`;
