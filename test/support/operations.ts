import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Kind, parse, print } from 'graphql';

const folder = fileURLToPath(new URL('../../schema/operations/', import.meta.url));

/** Every file of operations that the dashboard sends, such as `metrics/figure`; files of fragments alone are none. */
export const operationFiles = globSync('*/*.graphql', { cwd: folder })
  .map(file => file.replace('.graphql', ''))
  .filter(file => !file.endsWith('/fragments'))
  .sort();

const fragments = new Map(
  globSync('**/*.graphql', { cwd: folder })
    .flatMap(file => parse(readFileSync(folder + file, 'utf8')).definitions)
    .flatMap(one => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, print(one)] as const] : [])),
);

/** A document with the fragments that it names, however deep: they stand in files of their own. */
export function withFragments(source: string): string {
  const defined = new Set([...source.matchAll(/fragment (\w+) on/g)].map(match => match[1]));
  const named = [...source.matchAll(/\.\.\.(?!on\b)(\w+)/g)].map(match => match[1] ?? '');
  const missing = [...new Set(named)].filter(name => fragments.has(name) && !defined.has(name));
  return missing.length
    ? withFragments([source, ...missing.map(name => fragments.get(name))].join('\n'))
    : source;
}

/** A file of operations as it is sent. */
export const operation = (file: string): string =>
  withFragments(readFileSync(`${folder}${file}.graphql`, 'utf8'));
