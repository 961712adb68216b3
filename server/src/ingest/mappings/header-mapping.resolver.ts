import { Arg, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { FormEnum } from '../../access/form.type.ts';
import type { Action } from '../../access/policy.ts';
import type { RequestContext } from '../../access/request-context.ts';
import type { Form } from '../define-source.ts';
import {
  DeleteHeaderMappingInput,
  HeaderMappingPayload,
  HeaderMappingType,
  SaveHeaderMappingInput,
} from './header-mapping.type.ts';
import type { HeaderMappings } from './header-mappings.ts';

type MappingContext = RequestContext<{ readonly mappings: HeaderMappings }>;

/** The column names of a department's own. */
@Resolver()
export class HeaderMappingResolver {
  @Authorized<Action>('import.read')
  @Query(() => [HeaderMappingType], { description: "Your department's own column names. 本部门的自定列名。" })
  headerMappings(
    @Ctx() { services, viewer }: MappingContext,
    @Arg('form', () => FormEnum, { nullable: true, description: 'Of this form only. 只看该报表。' })
    form?: Form | null,
  ): Promise<HeaderMappingType[]> {
    return services.mappings.list(viewer, form ?? null);
  }

  @Authorized<Action>('import.write')
  @Mutation(() => HeaderMappingPayload, {
    description: "Saves your department's own name for a column of a form that you may send. 保存自定列名。",
  })
  async saveHeaderMapping(
    @Arg('input', () => SaveHeaderMappingInput, { description: 'What is saved. 内容。' })
    input: SaveHeaderMappingInput,
    @Ctx() { services, viewer }: MappingContext,
  ): Promise<HeaderMappingPayload> {
    return { mapping: await services.mappings.save(viewer, input) };
  }

  @Authorized<Action>('import.write')
  @Mutation(() => HeaderMappingPayload, { description: 'Forgets a saved column name. 删除自定列名。' })
  async deleteHeaderMapping(
    @Arg('input', () => DeleteHeaderMappingInput, { description: 'What is forgotten. 内容。' })
    input: DeleteHeaderMappingInput,
    @Ctx() { services, viewer }: MappingContext,
  ): Promise<HeaderMappingPayload> {
    return { mapping: await services.mappings.remove(viewer, input) };
  }
}
