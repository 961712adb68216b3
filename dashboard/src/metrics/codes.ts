/** The sizes of an employer, largest first. */
export const sizes = ['LARGE', 'MEDIUM', 'SMALL', 'MICRO'] as const;
