import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';

/** What a question knows of the district: values that find something, by the name of what takes them. */
export interface Known {
  /** Ids of everything there is, by the type that stands before the colon. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** Texts by the name of the argument or field. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

const most = 24;

/** Values of an input type, the usual one first; of an input object each of its fields in turn. `path` ends with the name. */
export function valuesOf(
  type: GraphQLInputType,
  path: readonly string[],
  known: Known,
  depth = 0,
): unknown[] {
  const of = getNullableType(type) as GraphQLInputType;
  if (isListType(of)) {
    const items = valuesOf(of.ofType as GraphQLInputType, path, known, depth);
    return [...items.slice(0, most).map(item => [item]), []];
  }
  if (isEnumType(of)) return of.getValues().map(value => value.name).slice(0, 20); // prettier-ignore
  if (isInputObjectType(of))
    return depth > 3 ? [{}] : objects(Object.values(of.getFields()), path, known, depth);
  return scalars((of as { name: string }).name, path, known);
}

function objects(
  fields: readonly GraphQLInputField[],
  path: readonly string[],
  known: Known,
  depth: number,
): object[] {
  const choices = (field: GraphQLInputField): unknown[] =>
    valuesOf(field.type, [...path, field.name], known, depth + 1);
  const required = Object.fromEntries(
    fields.filter(isRequiredInputField).map(field => [field.name, choices(field)[0]]),
  );
  const one = fields.flatMap(field =>
    choices(field).slice(0, depth ? 1 : 4).map(value => ({ ...required, [field.name]: value })),
  ); // prettier-ignore
  return one.length ? [...one] : [required];
}

function scalars(type: string, path: readonly string[], known: Known): unknown[] {
  const name = path.at(-1) ?? '';
  // An operator stands below the field that it compares.
  const texts = known.texts[name] ?? known.texts[path.at(-2) ?? ''];
  if (type === 'Boolean') return [true, false];
  if (type === 'Int') return name === 'first' || name === 'last' ? [3, 0, 50] : [1, 0, 120];
  if (type === 'Float' || type === 'Decimal') return type === 'Float' ? [1, 0.5] : ['1200', '0.01'];
  if (type === 'Date') return ['2026-11-23', '2026-03-01'];
  if (type === 'DateTime') return ['2026-11-23T02:00:00Z', '2026-01-01T00:00:00Z'];
  if (type === 'ID') return texts ? [...texts] : Object.values(known.ids).flat();
  return texts ? [...texts] : ['虚构', 'x'];
}
