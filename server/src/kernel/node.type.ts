import { Field, ID, InterfaceType } from 'type-graphql';

/** Anything with a global id: its type's name, a colon and its key, such as `Enterprise:12`. */
@InterfaceType('Node', { description: 'Anything with a global id. 具有全局编号的对象。' })
export abstract class NodeType {
  @Field(() => ID, { description: 'Global id: type name, colon, key, such as `Enterprise:12`.' })
  id!: string;
}
