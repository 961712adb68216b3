import { Field, InputType } from 'type-graphql';

/** What every act may carry: the caller's own word for it, under which it is done once. */
@InputType()
export abstract class ActInput {
  @Field(() => String, {
    nullable: true,
    description:
      'A word of the caller; the same act under the same word is done once, for seven days. 幂等键，七天内有效。',
  })
  idempotencyKey?: string | null;
}
