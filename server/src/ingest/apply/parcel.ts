import type { Vault } from '../../kernel/personal.ts';
import type { Row, Value } from '../define-source.ts';
import { isPersonal } from './record.ts';

/** A row kept for later: its values, and the fields its sheet spoke of. */
export interface Parcel {
  readonly fields: readonly string[];
  readonly values: Row;
}

/** Seals a row's values whole: also what is not personal may be nobody's business before it is a fact. */
export function pack(vault: Vault, parcel: Parcel): Buffer {
  const values = Object.fromEntries(
    Object.entries(parcel.values).map(([field, value]) => [field, plain(value)]),
  );
  return vault.encrypt(JSON.stringify({ fields: parcel.fields, values }));
}

export function unpack(vault: Vault, bytes: Buffer): Parcel {
  const { fields, values } = JSON.parse(vault.decrypt(bytes)) as {
    fields: string[];
    values: Record<string, Kept>;
  };
  return {
    fields,
    values: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, restored(value)])),
  };
}

/** The later row over the earlier one: columns its file lacked keep what was said before. */
export function overlay(earlier: Parcel, later: Parcel): Parcel {
  const said = later.fields.map(field => [field, later.values[field] ?? null] as const);
  return {
    fields: [...new Set([...earlier.fields, ...later.fields])],
    values: { ...later.values, ...earlier.values, ...Object.fromEntries(said) },
  };
}

interface KeptPersonal {
  readonly cipher: string;
  readonly hash: string;
  readonly mask: string;
}
type Kept = Exclude<Value, { hash: string }> | KeptPersonal;

const plain = (value: Value): unknown =>
  isPersonal(value) ? { ...value, cipher: Buffer.from(value.cipher).toString('base64') } : value;

function restored(value: Kept): Value {
  if (typeof value !== 'object' || value === null || !('hash' in value)) return value;
  return { ...value, cipher: Buffer.from(value.cipher, 'base64') };
}
