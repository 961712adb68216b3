import { hash } from 'node:crypto';

/**
 * Which fact a row speaks of: the first 16 bytes of the SHA-256 of its natural key (`Statement.key`), as resolved, or as
 * written while its employer is unknown. It stands on the import row, so that all rows of a fact are found at once.
 */
export const factKey = (naturalKey: string): Buffer => hash('sha256', naturalKey, 'buffer').subarray(0, 16);

/** The same as it travels between statements, in hexadecimal. */
export const factKeyText = (naturalKey: string): string => hash('sha256', naturalKey).slice(0, 32);
