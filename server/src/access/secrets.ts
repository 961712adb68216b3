import { hash, randomBytes } from 'node:crypto';

/** 256 random bits as text: too many to guess, so a fast hash is enough to keep them by. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a secret. */
export const hashSecret = (secret: string): string => hash('sha256', secret, 'base64url');

const tokenForm = /^hub_(\d{1,15})_([A-Za-z0-9_-]{43})$/;

/** A token as it is handed out: a prefix that scanners find, the id, the secret. */
export const writeToken = (id: number, secret: string): string => `hub_${id}_${secret}`;

const wallForm = /^wall_(\d{1,15})_([A-Za-z0-9_-]{43})$/;

/** The key of a wall, as it stands behind the # of its address. */
export const writeWallSecret = (id: number, secret: string): string => `wall_${id}_${secret}`;

/** The parts of a wall's key, or undefined for any other text. */
export function readWallSecret(text: string): { id: number; secret: string } | undefined {
  const match = wallForm.exec(text);
  return match?.[1] && match[2] ? { id: Number(match[1]), secret: match[2] } : undefined;
}

/** The parts of a token, or undefined for any other text. */
export function readToken(text: string): { id: number; secret: string } | undefined {
  const match = tokenForm.exec(text);
  return match?.[1] && match[2] ? { id: Number(match[1]), secret: match[2] } : undefined;
}
