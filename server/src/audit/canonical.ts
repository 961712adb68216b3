/** Every value of JSON, and what is left out: undefined stands for nothing said. */
type Given = unknown;

/**
 * One text for one value (RFC 8785): keys in the order of their UTF-16 units, no blanks, numbers and strings as
 * JavaScript writes them. What PostgreSQL could not read back as JSON - NUL, half a surrogate - becomes U+FFFD.
 */
export function canonical(value: Given): string {
  if (value instanceof Date) return String(value.getTime());
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed().replaceAll('\0', '\uFFFD'));
  if (typeof value === 'bigint') return JSON.stringify(String(value));
  if (value instanceof Uint8Array) return JSON.stringify(Buffer.from(value).toString('base64url'));
  if (Array.isArray(value)) return `[${value.map(one => canonical(one ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, one]) => `${canonical(key)}:${canonical(one)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}
