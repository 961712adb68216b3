import { Field, ID, InterfaceType } from 'type-graphql';

/** Anything with a global id: its type's name, a colon and its key, such as `Enterprise:12`. */
@InterfaceType('Node', {
  description: 'Anything with a global id. 具有全局编号的对象。',
  // Rows are plain objects; where one stands for the interface, whoever read it says which type it is.
  resolveType: (row: { __typename?: string }) => row.__typename,
})
export abstract class NodeType {
  @Field(() => ID, { description: 'Global id: type name, colon, key, such as `Enterprise:12`.' })
  id!: string;
}
