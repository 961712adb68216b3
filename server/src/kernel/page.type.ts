import { Field, InputType, Int, ObjectType, type ClassType } from 'type-graphql';
import { enumType } from './enum-type.ts';
import type { Message } from './errors.ts';

/** Which way a list runs. */
const sortDirections = {
  ASC: { zh: '升序', en: 'Ascending' },
  DESC: { zh: '降序', en: 'Descending' },
} as const;
export type SortDirection = keyof typeof sortDirections;
export const SortDirectionEnum = enumType(
  'SortDirection',
  'Which way a list runs. Rows without a value stand last either way; ties are broken by id. 排序方向。',
  sortDirections,
);

/** Where a page of a list stands. */
@ObjectType('PageInfo', {
  simpleResolvers: true,
  description: 'Where this page stands in its list (Relay). 分页信息。',
})
export class PageInfoType {
  @Field(() => Boolean, {
    description: 'Whether rows follow this page in the order of the list. 是否有下一页。',
  })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: 'Whether rows stand before this page. 是否有上一页。' })
  hasPreviousPage!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first row; null on an empty page. 首行游标。',
  })
  startCursor!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last row; null on an empty page. 末行游标。',
  })
  endCursor!: string | null;
}

/** One row of a list with its place. */
export interface Edge<Node> {
  cursor: string;
  node: Node;
}

/** A page of a list; only the parts that were asked for are filled. */
export interface Connection<Node> {
  edges: Edge<Node>[];
  nodes: Node[];
  pageInfo: PageInfoType;
  totalCount: number;
}

/** Makes the Relay connection and edge types of a node type. */
export function connectionType<Node extends object>(
  of: () => ClassType<Node>,
  name: string,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One ${name} of a list with its cursor.` })
  class EdgeType {
    @Field(() => String, {
      description: 'Opaque place of the row in this list, for `after` and `before`. 游标。',
    })
    cursor!: string;
    @Field(of, { description: 'The row itself. 该行。' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, {
    simpleResolvers: true,
    description: `A page of a list of ${name} (Relay). 分页列表。`,
  })
  class ConnectionType {
    @Field(() => [EdgeType], { description: 'The rows with their cursors. 行及游标。' })
    edges!: EdgeType[];
    @Field(() => [of()], { description: 'The rows alone. 行。' })
    nodes!: Node[];
    @Field(() => PageInfoType, { description: 'Where the page stands. 分页信息。' })
    pageInfo!: PageInfoType;
    @Field(() => Int, {
      description: 'Rows in the whole list under the filter; counted only when asked for. 总行数。',
    })
    totalCount!: number;
  }
  return ConnectionType;
}

/** One sort key of a list. */
export interface Order<Key extends string> {
  field: Key;
  direction: SortDirection;
}

/** Makes the order input of a list from the keys it may be sorted by. */
export function orderType<Key extends string>(
  name: string,
  keys: Readonly<Record<Key, Message>>,
): ClassType<Order<Key>> {
  const fields = enumType(`${name}OrderField`, `What a list of ${name} can be sorted by. 排序字段。`, keys);

  @InputType(`${name}Order`, {
    description: `One sort key of a list of ${name}; several are applied in turn. 排序。`,
  })
  class OrderInput {
    @Field(() => fields, { description: 'What to sort by. 排序字段。' })
    field!: Key;
    @Field(() => SortDirectionEnum, { defaultValue: 'ASC', description: 'Which way. 方向。' })
    direction!: SortDirection;
  }
  return OrderInput;
}
