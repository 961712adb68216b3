import { Kind, type FieldNode } from 'graphql';
import { DomainError } from '../../kernel/errors.ts';

/** Variables of a request, as they were sent. */
export type Variables = Readonly<Record<string, unknown>>;

const standard = 20;
const most = 200;

/** How many rows a list field may answer with: `first` or `last`, 20 if neither is given; more than 200 is refused. */
export function pageSize(field: FieldNode, variables: Variables): number {
  let size: number | undefined;
  for (const { name, value } of field.arguments ?? []) {
    if (name.value !== 'first' && name.value !== 'last') continue;
    const given: unknown =
      value.kind === Kind.VARIABLE
        ? variables[value.name.value]
        : value.kind === Kind.INT
          ? Number(value.value)
          : null;
    // A value of another type is not ours to judge: the coercion of variables names it.
    if (typeof given !== 'number') continue;
    if (given < 0 || given > most) throw tooMany(name.value);
    size = Math.max(size ?? 0, given);
  }
  return size ?? standard;
}

const tooMany = (argument: string): DomainError =>
  DomainError.badInput(argument, {
    zh: `${argument} 应为 0 至 ${most}。`,
    en: `${argument} must be from 0 to ${most}.`,
  });
