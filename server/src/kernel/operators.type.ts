import { Field, InputType, Int, type ClassType } from 'type-graphql';
import type { Day } from './days.ts';
import { DayScalar, DecimalScalar } from './scalars.ts';

type Returns = () => ClassType | object | StringConstructor | BooleanConstructor;

const words = {
  eq: 'Equal to this value.',
  ne: 'Anything but this value; rows without a value are included, so that `ne` is exactly what `eq` leaves out.',
  in: 'One of these values; an empty list matches nothing.',
  lt: 'Less than (before) this value.',
  lte: 'At most (on or before) this value.',
  gt: 'Greater than (after) this value.',
  gte: 'At least (on or after) this value.',
  isNull: 'true: rows without a value; false: rows with one.',
} as const;
type Operator = keyof typeof words;

/** Declares operator fields on an input class: `of` gives the type of their operand. */
function operators(target: ClassType, names: readonly Operator[], of: Returns): void {
  for (const name of names) {
    const type = name === 'isNull' ? () => Boolean : name === 'in' ? () => [of()] : of;
    Field(type as () => StringConstructor, { nullable: true, description: words[name] })(
      target.prototype as object,
      name,
    );
  }
}

const ranged = ['eq', 'ne', 'in', 'lt', 'lte', 'gt', 'gte', 'isNull'] as const;
const listed = ['eq', 'ne', 'in', 'isNull'] as const;
const about = 'All given operators must hold; an operator that is left out or null asks nothing. ';

/** Operators for text. */
@InputType({ description: `${about}Operators for text. 文本条件。` })
export class StringOps {
  declare eq?: string | null;
  declare ne?: string | null;
  declare in?: string[] | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Holds this text anywhere, letter case ignored; in names spaces, full-width forms and kinds of brackets do not matter either. `%` and `_` stand for themselves.',
  })
  contains?: string | null;
  declare isNull?: boolean | null;
}
operators(StringOps, listed, () => String);

/** Operators for whole numbers. */
@InputType({ description: `${about}Operators for whole numbers. 整数条件。` })
export class IntOps {
  declare eq?: number | null;
  declare ne?: number | null;
  declare in?: number[] | null;
  declare lt?: number | null;
  declare lte?: number | null;
  declare gt?: number | null;
  declare gte?: number | null;
  declare isNull?: boolean | null;
}
operators(IntOps, ranged, () => Int);

/** Operators for exact decimal numbers. */
@InputType({ description: `${about}Operators for decimal numbers. 十进制数条件。` })
export class DecimalOps {
  declare eq?: string | null;
  declare ne?: string | null;
  declare in?: string[] | null;
  declare lt?: string | null;
  declare lte?: string | null;
  declare gt?: string | null;
  declare gte?: string | null;
  declare isNull?: boolean | null;
}
operators(DecimalOps, ranged, () => DecimalScalar);

/** Operators for calendar days. */
@InputType({ description: `${about}Operators for calendar days. 日期条件。` })
export class DateOps {
  declare eq?: Day | null;
  declare ne?: Day | null;
  declare in?: Day[] | null;
  declare lt?: Day | null;
  declare lte?: Day | null;
  declare gt?: Day | null;
  declare gte?: Day | null;
  declare isNull?: boolean | null;
}
operators(DateOps, ranged, () => DayScalar);

/** Operators for yes or no. */
@InputType({ description: `${about}Operators for yes or no. 是否条件。` })
export class BooleanOps {
  declare eq?: boolean | null;
  declare isNull?: boolean | null;
}
operators(BooleanOps, ['eq', 'isNull'], () => Boolean);

/** Operators for a code of a reference list, such as a town's. */
@InputType({ description: `${about}Operators for a code of a list, such as LUORONG for a town. 代码条件。` })
export class CodeOps {
  declare eq?: string | null;
  declare ne?: string | null;
  declare in?: string[] | null;
  declare isNull?: boolean | null;
}
operators(CodeOps, listed, () => String);

/** Operators over the values of one enum. */
export interface EnumOps<Code extends string> {
  eq?: Code | null;
  ne?: Code | null;
  in?: Code[] | null;
  isNull?: boolean | null;
}

/** Makes the operator input for an enum, named after it: EnterpriseSize → EnterpriseSizeOps. */
export function enumOps<Code extends string>(
  name: string,
  values: Record<Code, Code>,
): ClassType<EnumOps<Code>> {
  class Ops {}
  InputType(`${name}Ops`, { description: `${about}Operators for ${name}. 代码条件。` })(Ops);
  operators(Ops, listed, () => values);
  return Ops;
}
