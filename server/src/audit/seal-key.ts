import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { Vault } from '../kernel/personal.ts';

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** What a signature is for: one of a seal never passes for one of a purge. */
export type Signed = 'seal' | 'purge';

const words = (what: Signed, hash: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`hexie-hub audit ${what}\n`), hash]);

/** Signs seals; derived from HUB_SECRET, so that there is no further key to keep. */
export class SealKey {
  readonly #key: KeyObject;
  /** The other half, as PEM: who has it can check and cannot sign. */
  readonly publicKey: string;

  constructor(vault: Vault) {
    const der = Buffer.concat([pkcs8, vault.derive('audit: seals')]);
    this.#key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    this.publicKey = createPublicKey(this.#key).export({ format: 'pem', type: 'spki' }).toString();
  }

  sign(what: Signed, hash: Buffer): Buffer {
    return sign(null, words(what, hash), this.#key);
  }
}

/** Tells whether a signature is the hub's, by its public key alone. */
export function signatures(publicKey: string): (what: Signed, hash: Buffer, signature: Buffer) => boolean {
  const key = createPublicKey(publicKey);
  return (what, hash, signature) => verify(null, words(what, hash), key, signature);
}
