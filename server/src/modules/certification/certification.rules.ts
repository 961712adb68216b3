/** The last day of validity: as the row gives it, else the term of the setting less one day. */
export const lastValidDay = (certification: string, term: string): string =>
  `coalesce(${certification}.valid_to, (${certification}.certified_on + make_interval(years => ${term}))::date - 1)`;
