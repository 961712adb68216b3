/**
 * Whether an employer counts under the denominator setting: every employer, or enterprises alone, whose credit codes
 * begin with 91 (registered by the market regulator, as a company).
 */
export const countsAsEmployer = (enterprise: string, setting: string): string =>
  `(${setting}.denominator = 'EMPLOYERS' or ${enterprise}.uscc like '91%')`;
