import {
  getOperationAST, parse, specifiedRules, validate, type DocumentNode, type ExecutionArgs, type GraphQLSchema,
} from 'graphql'; // prettier-ignore
import { DomainError } from '../../kernel/errors.ts';
import type { Context } from '../context.ts';
import { factsOf } from './document-facts.ts';
import { demandWithinLimits, limits } from './limits.ts';

/** What a caller of the stream sends. */
export interface StreamParams {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

/** Reads a subscription and holds it to the limits that queries have; anything else is refused before it begins. */
export function subscriptionOf(
  schema: GraphQLSchema,
  { query, operationName, variables }: StreamParams,
  contextValue: Context,
): ExecutionArgs & { contextValue: Context } {
  const document = read(schema, typeof query === 'string' ? query : '');
  const name = typeof operationName === 'string' ? operationName : undefined;
  const operation = getOperationAST(document, name);
  if (operation?.operation !== 'subscription') throw refused(onlySubscriptions);
  const variableValues = (typeof variables === 'object' ? variables : null) as Record<string, unknown> | null;
  demandWithinLimits(factsOf(schema, document, operation), variableValues ?? {});
  return { schema, document, operationName: name, variableValues, contextValue };
}

function read(schema: GraphQLSchema, text: string): DocumentNode {
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: limits.tokens });
  } catch {
    throw refused(unreadable);
  }
  const [first] = validate(schema, document, specifiedRules, { hideSuggestions: true, maxErrors: 1 });
  if (first)
    throw refused({ zh: `${unreadable.zh}${first.message}`, en: `${unreadable.en} ${first.message}` });
  return document;
}

const onlySubscriptions = {
  zh: '此地址只接受 subscription；查询和变更请用 /graphql。',
  en: 'Only a subscription is taken here; queries and mutations go to /graphql.',
};
const unreadable = { zh: '订阅语句不符合接口约定。', en: 'The subscription does not fit the schema.' };
const refused = (text: { zh: string; en: string }): DomainError => DomainError.badInput('query', text);
