import { Field, InputType, type ClassType } from 'type-graphql';
import { DayScalar } from '../kernel/scalars.ts';
import { BooleanOps, CodeOps, DateOps, DecimalOps, IntOps, StringOps } from '../kernel/operators.type.ts';
import type { Operand, RelationDef, TypeDef } from './define-list.ts';

const operators: Record<Operand, ClassType> = {
  text: StringOps,
  name: StringOps,
  code: CodeOps,
  int: IntOps,
  decimal: DecimalOps,
  day: DateOps,
  boolean: BooleanOps,
};

/** A filter as its input type; the engine reads it by the declaration. */
export type FilterInput = Readonly<Record<string, unknown>>;

/** Makes the filter input of a type from its declaration: no personal field can be in it. */
export function filterType(
  type: TypeDef,
  enums: Readonly<Record<string, ClassType>> = {},
  relations: readonly { relation: RelationDef; filter: () => ClassType }[] = [],
): ClassType<FilterInput> {
  class Filter {}
  InputType(`${type.name}Filter`, {
    description: `Conditions on ${type.name}; all that are given must hold, and one that is left out or null asks nothing. 筛选条件。`,
  })(Filter);
  const field = (name: string, of: () => ClassType | [ClassType], description: string): void =>
    Field(of as () => ClassType, { nullable: true, description })(Filter.prototype, name);
  for (const [name, { filter, enumName, label }] of Object.entries(type.fields)) {
    if (!filter) continue;
    const ops = enumName ? enums[enumName] : operators[filter];
    if (!ops) throw new Error(`${type.name}.${name} has no operators for ${enumName}`);
    field(name, () => ops, `${label.en}. ${label.zh}。`);
  }
  for (const [name, { label }] of Object.entries(type.held ?? {}))
    field(
      name,
      () => DayScalar as unknown as ClassType,
      `${label.en} this day, at its end, as figures count it. ${label.zh}该日。`,
    );
  for (const { relation, filter } of relations)
    field(relation.field, filter, `The related ${relation.to.name} meets this. 关联条件。`);
  field('and', () => [Filter], 'All of these hold. 全部满足。');
  field('or', () => [Filter], 'At least one of these holds; an empty list matches nothing. 任一满足。');
  field('not', () => Filter, 'This does not hold; exactly the rows that it leaves out. 不满足。');
  return Filter as unknown as ClassType<FilterInput>;
}
