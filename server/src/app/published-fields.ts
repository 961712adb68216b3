import { isObjectType } from 'graphql';
import type { FieldIndex } from '../access/tokens/token-limits.ts';

let known: ReturnType<FieldIndex> | undefined;

/** Tells which fields the schema has; it is built for the first who asks, and most processes never do. */
export const publishedFields: FieldIndex = () => (known ??= index());

async function index(): Promise<(coordinate: string) => boolean> {
  const { buildHubSchema } = await import('./graphql/build-schema.ts');
  const schema = await buildHubSchema();
  return coordinate => {
    const [, type = '', field = ''] = /^(\w+)\.(\w+)$/.exec(coordinate) ?? [];
    const of = schema.getType(type);
    return isObjectType(of) && !type.startsWith('__') && Object.hasOwn(of.getFields(), field);
  };
}
