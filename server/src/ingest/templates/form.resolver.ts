import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import type { RequestContext } from '../../access/request-context.ts';
import type { FormCatalogue } from './form-catalogue.ts';
import { FormInfoType } from './form-info.type.ts';

type FormContext = RequestContext<{ readonly forms: FormCatalogue }>;

/** What the departments are asked for. */
@Resolver()
export class FormResolver {
  @Authorized<Action>('import.read')
  @Query(() => [FormInfoType], { description: 'The department forms: columns, rules, templates. 各类报表。' })
  forms(@Ctx() { services, viewer }: FormContext): FormInfoType[] {
    return services.forms.list(viewer.language);
  }
}
