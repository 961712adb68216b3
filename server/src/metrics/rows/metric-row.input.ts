import { ArgsType, Field } from 'type-graphql';
import { FigureArgsInput } from '../metric-args.input.ts';
import type { RowsArgs } from './whole-rows.ts';

/** Which rows behind a figure a caller asks for. */
@ArgsType()
export class MetricRowArgsInput extends FigureArgsInput implements RowsArgs {
  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'true: rows of the numerator; false: those of the denominator that it lacks. 已计入或未计入。',
  })
  inside!: boolean;
}
