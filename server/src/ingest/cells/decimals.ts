/** A decimal text moved by powers of ten and rounded half up to so many places; exact, no floating point. */
export function scaleDecimal(text: string, shift: number, places: number): string {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match) throw new RangeError('not a decimal');
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = BigInt(`0${whole}${fraction}`);
  const power = shift + places - fraction.length; // the result counts units of 10^-places
  const units =
    power >= 0
      ? digits * 10n ** BigInt(power)
      : (digits + 5n * 10n ** BigInt(-power - 1)) / 10n ** BigInt(-power);
  const padded = units.toString().padStart(places + 1, '0');
  const head = padded.slice(0, padded.length - places);
  const printed = places === 0 ? padded : `${head}.${padded.slice(-places)}`;
  return sign === '-' && units !== 0n ? `-${printed}` : printed;
}
