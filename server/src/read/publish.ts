import {
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { ReadCatalogue } from './define-list.ts';
import { placeOf } from './selection.ts';

/** The value of a relation or of a field with arguments: the engine has put it on the row under its place. */
export function placed<Value>(row: object, info: GraphQLResolveInfo): Value {
  const values = row as Record<string, Value>;
  for (const node of info.fieldNodes) {
    const place = placeOf(node);
    if (place in values) return values[place] as Value;
  }
  throw new Error(`${info.parentType.name}.${info.fieldName} was not read`);
}

const fromPlace: GraphQLFieldResolver<object, unknown> = (row, _args, _context, info) => placed(row, info);

/**
 * Makes the published types read plain rows: a relation is one property look-up instead of type-graphql's
 * asynchronous chain (its action was demanded when the statement was written), and a row needs no class.
 */
export function publishRows(schema: GraphQLSchema, catalogue: ReadCatalogue): void {
  for (const { name, fields } of catalogue.types) {
    const type = schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is read but not published`);
    type.isTypeOf = null;
    const placedFields = Object.keys(fields).filter(field => fields[field]?.dayArgument);
    const related = catalogue.relations.filter(({ from }) => from.name === name).map(({ field }) => field);
    for (const field of [...placedFields, ...related]) {
      const published = type.getFields()[field];
      if (!published) throw new Error(`${name}.${field} is read but not published`);
      published.resolve = fromPlace;
    }
  }
}
