import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { revealPurposes } from '../access/policy/personal.ts';
import type { Action } from '../access/policy.ts';
import type { RequestContext } from '../access/request-context.ts';
import type { Language } from '../access/viewer.ts';
import type { Message } from '../kernel/errors.ts';
import type { SubjectRequestService } from './subject-request.service.ts';
import {
  AnswerSubjectRequestInput,
  AnswerSubjectRequestPayload,
  type SubjectValueType,
} from './subject-request.type.ts';
import type { SubjectValue } from './subject-records.ts';

/** What a person asks at the counter: what is held of me, and who has seen it. */
@Resolver()
export class SubjectRequestResolver {
  @Authorized<Action>('personal.answer')
  @Mutation(() => AnswerSubjectRequestPayload, {
    description:
      'Tells, for a person who asks at the counter, which records bear their identity number, on what ground, and who has seen or taken them away (PIPL articles 44 and 45). It takes a second factor proven within five minutes and is in the audit trail before it is answered; it counts among the 30 plain values of an hour. 个人信息查阅：答复本人所持信息及查看情况。',
  })
  async answerSubjectRequest(
    @Arg('input', () => AnswerSubjectRequestInput, { description: 'Whose request. 请求。' })
    input: AnswerSubjectRequestInput,
    @Ctx() { services, viewer, language }: RequestContext<Services>,
  ): Promise<AnswerSubjectRequestPayload> {
    const { records, accesses, ...answer } = await services.subjectRequests.answer(viewer, input);
    return {
      ...answer,
      records: records.map(one => ({ ...one, values: one.values.map(value => told(value, language)) })),
      accessCount: accesses.total,
      accesses: accesses.newest.map(one => ({
        ...one,
        entry: String(one.entry),
        actName: services.subjectRequests.nameOf(one.act)[language],
        office: one.office[language],
        purpose: one.purpose?.[language] ?? null,
        records: [...one.records],
      })),
    };
  }
}

interface Services {
  readonly subjectRequests: SubjectRequestService;
}

/** A value with its ground in the reader's language. */
function told({ field, shown, policy }: SubjectValue, language: Language): SubjectValueType {
  const { years, after } = policy.retention;
  const kept: Message = { zh: `${after.zh} ${years} 年`, en: `${years} years ${after.en}` };
  return {
    field,
    shown,
    name: policy.name[language],
    sensitive: policy.sensitive,
    purposes: policy.purposes.map(one => revealPurposes[one][language]),
    basis: policy.basis[language],
    retention: kept[language],
  };
}
