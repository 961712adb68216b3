import { lists, type ListName } from './history-questions.ts';
import { send, type PageServer } from './home-load.ts';
import type { PageRequest } from './home-questions.ts';

/** One first page of a list. */
export interface ListQuestion extends PageRequest {
  readonly list: ListName;
  /** The field it filters by, and the sort key with its direction; empty where it has none. */
  readonly filter: string;
  readonly order: string;
}

interface Named {
  readonly name: string;
}
interface TypeRef {
  readonly name: string | null;
  readonly ofType: TypeRef | null;
}
interface InputType extends Named {
  readonly inputFields: readonly (Named & { readonly type: TypeRef })[] | null;
  readonly enumValues: readonly Named[] | null;
}
interface Answer {
  readonly data: {
    readonly __schema: {
      readonly types: readonly InputType[];
      readonly queryType: { readonly fields: readonly (Named & { readonly args: readonly (Named & { readonly type: TypeRef })[] })[] };
    };
  };
} // prettier-ignore

const typeRef = '{ name ofType { name ofType { name ofType { name } } } }';
const introspection = `{ __schema { types { name inputFields { name type ${typeRef} } enumValues { name } }
  queryType { fields { name args { name type ${typeRef} } } } } }`;

const nameOf = (type: TypeRef | null): string => (type ? (type.name ?? nameOf(type.ofType)) : '');

/** What a field is compared with: for each kind of operators a value that many rows have, one that few have, one that none has. */
const operands: Readonly<Record<string, readonly object[]>> = {
  StringOps: [{ eq: '没有的值' }, { contains: '9' }, { contains: '没有的值' }, { isNull: true }, { isNull: false }],
  IntOps: [{ eq: 1 }, { gte: 30 }, { lt: 0 }, { isNull: true }],
  DecimalOps: [{ gte: '100' }, { gte: '49990' }, { lt: '0' }, { isNull: true }],
  DateOps: [{ eq: '2024-02-29' }, { gte: '2026-11-01' }, { lt: '1990-01-01' }, { gte: '2020-01-01', lt: '2025-01-01' }, { isNull: true }],
  BooleanOps: [{ eq: true }, { eq: false }, { isNull: true }],
  CodeOps: [{ eq: 'CORE' }, { eq: 'C' }, { eq: '04' }, { eq: 'NONE' }, { isNull: true }],
}; // prettier-ignore

/** Every list with every field of its filter in its own order, and then every field in every order in both directions. */
export async function listQuestions(
  server: PageServer,
  only: readonly string[] = Object.keys(lists),
): Promise<{
  readonly plain: readonly ListQuestion[];
  inEveryOrder(slowest: readonly ListQuestion[]): ListQuestion[];
}> {
  const answer = await send(server, { name: 'schema', body: JSON.stringify({ query: introspection }) });
  const { types, queryType } = (JSON.parse(answer) as Answer).data.__schema;
  const typeOf = (name: string): InputType | undefined => types.find(one => one.name === name);
  const argument = (list: string, name: string): string =>
    nameOf(
      queryType.fields.find(one => one.name === list)?.args.find(one => one.name === name)?.type ?? null,
    );
  const ask = (list: ListName, filter: string, operand: object | null, orderBy: object[] | null, order: string): ListQuestion => {
    const variables = { filter: operand ? { [filter]: operand } : null, orderBy };
    const query = `query($filter: ${argument(list, 'filter')}, $orderBy: [${argument(list, 'orderBy')}!]) {
      ${list}(first: 50, filter: $filter, orderBy: $orderBy) { totalCount nodes { id ${lists[list]} } pageInfo { endCursor hasNextPage } } }`;
    const name = [list, operand ? `${filter} ${JSON.stringify(operand)}` : '', order].filter(Boolean).join(' · ');
    return { name, list, filter, order, body: JSON.stringify({ query, variables }) };
  }; // prettier-ignore
  const names = (Object.keys(lists) as ListName[]).filter(list => only.includes(list));
  const plain = names.flatMap(list => {
    const fields = typeOf(argument(list, 'filter'))?.inputFields ?? [];
    const joints = ['and', 'or', 'not'];
    return [
      ask(list, '', null, null, ''),
      ...fields.filter(({ name }) => !joints.includes(name)).flatMap(({ name, type }) => operandsOf(nameOf(type)).map(one => ask(list, name, one, null, ''))),
    ];
  }); // prettier-ignore
  /** Values of one kind of operators; of an enum all its codes; of a related row's filter one that is common and one that is rare. */
  function operandsOf(type: string): readonly object[] {
    if (type === 'EnterpriseFilter') return [{ town: { eq: 'CORE' } }, { name: { contains: '777' } }, { staff: { gt: 900 } }];
    const codes = typeOf(nameOf(typeOf(type)?.inputFields?.find(({ name }) => name === 'eq')?.type ?? null))?.enumValues;
    return codes ? [...codes.map(({ name }) => ({ eq: name })), { isNull: true }] : (operands[type] ?? []);
  } // prettier-ignore
  return {
    plain,
    inEveryOrder: slowest =>
      names.flatMap(list => {
        const keys = typeOf(argument(list, 'orderBy'))?.inputFields?.find(
          ({ name }) => name === 'field',
        )?.type;
        const orders = (typeOf(nameOf(keys ?? null))?.enumValues ?? []).flatMap(({ name }) =>
          ['ASC', 'DESC'].map(direction => ({ field: name, direction })),
        );
        const filters = slowest.filter(one => one.list === list);
        return orders.flatMap(orderBy =>
          filters.map(one => {
            const { variables } = JSON.parse(one.body) as {
              variables: { filter: Record<string, object> | null };
            };
            const [[field, operand] = ['', null]] = Object.entries(variables.filter ?? {});
            return ask(list, field, operand, [orderBy], `${orderBy.field} ${orderBy.direction}`);
          }),
        );
      }),
  };
}
