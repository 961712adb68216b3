import { Field, InputType, Int } from 'type-graphql';

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

/** An act that may say what it was decided on; whoever says nothing takes the record as it stands. */
@InputType()
export abstract class VersionedActInput extends ActInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The version that was looked at; another one standing is a conflict. As it stands when nothing is said. 所见版本。',
  })
  version?: number | null;
}

/** An act that says what it was decided on. */
@InputType()
export abstract class DecidedActInput extends ActInput {
  @Field(() => Int, {
    description: 'The version that was looked at; another one standing is a conflict. 所见版本。',
  })
  version!: number;
}
