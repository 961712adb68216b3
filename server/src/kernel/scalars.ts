import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isDay, type Day } from './days.ts';

const wrong = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** Reads a literal as the text it must be; numbers only where the scalar is one. */
function literal(parse: (value: unknown) => string | Date, ...kinds: string[]) {
  return (node: ValueNode): string | Date => {
    if (!kinds.includes(node.kind) || !('value' in node)) throw wrong('A string is expected.');
    return parse(node.value);
  };
}

function parseDay(value: unknown): Day {
  if (typeof value === 'string' && isDay(value)) return value;
  throw wrong('Date must be an existing calendar day in the form 2022-12-31.');
}

/** GraphQL `Date`: an ISO day of Asia/Shanghai, in code a `Day`. */
export const DayScalar = new GraphQLScalarType<Day, string>({
  name: 'Date',
  description: 'A calendar day of Asia/Shanghai in ISO 8601, such as 2022-12-31. 日期（北京时间）。',
  serialize: value => value as Day,
  parseValue: parseDay,
  parseLiteral: node => literal(parseDay, Kind.STRING)(node) as Day,
});

const momentForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i;

function parseMoment(value: unknown): Date {
  if (typeof value === 'string' && momentForm.test(value) && isDay(value.slice(0, 10))) {
    const moment = new Date(value);
    if (!Number.isNaN(moment.getTime())) return moment;
  }
  throw wrong('DateTime must be an RFC 3339 moment such as 2022-12-31T08:00:00Z.');
}

/** GraphQL `DateTime`: an RFC 3339 moment, in code a `Date`; text from SQL's JSON passes as it is. */
export const MomentScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment in RFC 3339, such as 2022-12-31T08:00:00Z. 时刻。',
  serialize: value => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: parseMoment,
  parseLiteral: node => literal(parseMoment, Kind.STRING)(node) as Date,
});

function parseDecimal(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && /^-?\d{1,14}(\.\d{1,6})?$/.test(text)) return text;
  throw wrong('Decimal must be a decimal number written as a string, such as "1234.50".');
}

/** GraphQL `Decimal`: an exact number as a string, so that money is never rounded on its way. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact decimal number as a string, such as "1234.50"; money is in yuan. 十进制数（金额为元）。',
  serialize: value => String(value),
  parseValue: parseDecimal,
  parseLiteral: node => literal(parseDecimal, Kind.STRING, Kind.INT, Kind.FLOAT)(node) as string,
});
