import { DomainError } from '../../kernel/errors.ts';
import type { OperationFacts } from './document-facts.ts';
import type { Variables } from './page-size.ts';

/** What one request may ask for; all of it is checked before anything is executed. */
export const limits = {
  /** Bytes of a request body. */
  body: 256 * 1024,
  tokens: 2_000,
  depth: 12,
  aliases: 100,
  /** Objects that the answer may hold. */
  cost: 20_000,
} as const;

/** Refuses an operation that is too large. */
export function demandWithinLimits(facts: OperationFacts, variables: Variables): void {
  if (facts.depth > limits.depth) throw tooComplex('嵌套层数', 'levels of nesting', limits.depth);
  if (facts.aliases > limits.aliases) throw tooComplex('别名', 'aliases', limits.aliases);
  if (facts.cost(variables) > limits.cost) throw tooComplex('结果对象', 'objects in the answer', limits.cost);
}

const tooComplex = (zh: string, en: string, limit: number): DomainError =>
  new DomainError('QUERY_TOO_COMPLEX', {
    zh: `查询过于复杂：${zh}最多 ${limit} 个。`,
    en: `The query is too complex: at most ${limit} ${en}.`,
  });
