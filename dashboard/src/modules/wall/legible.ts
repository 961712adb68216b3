/** The smallest size of words in a picture; what a page sets smaller still is as large as the rest on a wall. */
const smallest = 12;

/** A picture without words smaller than the rest, and without what only a pointer would bring up. */
export function legible<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(one => legible<unknown>(one)) as Part;
  if (typeof part !== 'object' || part === null || Object.getPrototypeOf(part) !== Object.prototype)
    return part;
  const entries = Object.entries(part).map(([name, value]: [string, unknown]): [string, unknown] => {
    if (name === 'fontSize' && typeof value === 'number') return [name, Math.max(smallest, value)];
    return [name, name === 'tooltip' ? { show: false } : legible(value)];
  });
  return Object.fromEntries(entries) as Part;
}
