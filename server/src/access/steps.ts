import { DomainError, type Message, type Step } from '../kernel/errors.ts';
import type { Role } from './roles.ts';
import type { Viewer } from './viewer.ts';

/** What a person is told who has a step to do first. */
export const stepTexts: Readonly<Record<Step, Message>> = {
  PASSWORD: {
    zh: '一次性密码须先修改，修改后方可使用。',
    en: 'The one-time password must be changed before anything else.',
  },
  ENROLMENT: {
    zh: '该角色须使用双因素登录，请先绑定验证器。',
    en: 'The role requires a second factor: please enrol an authenticator first.',
  },
  SECOND_FACTOR: { zh: '请先输入验证器上的验证码。', en: 'Please prove your second factor first.' },
};

/** Roles that nobody holds without a second factor. */
export const rolesWithSecondFactor: readonly Role[] = ['ADMIN', 'SECURITY', 'AUDITOR'];

/**
 * What a session has to do first. Whoever has a second factor proves it before all else, so that no new password
 * opens the account; whoever needs one enrols it after the password is their own.
 */
export function stepOf(person: {
  readonly mustChangePassword: boolean;
  readonly enrolled: boolean;
  readonly provenAt: Date | null;
  readonly role: Role | null;
}): Step | null {
  if (person.enrolled && !person.provenAt) return 'SECOND_FACTOR';
  if (person.mustChangePassword) return 'PASSWORD';
  const needed = person.role !== null && rolesWithSecondFactor.includes(person.role);
  return needed && !person.enrolled ? 'ENROLMENT' : null;
}

/** For so long after it was proven a second factor counts as just proven. */
export const freshFor = 5 * 60_000;

/** Until when the viewer's proof is fresh; null if it was never given. */
export const freshUntil = ({ provenAt }: Viewer): Date | null =>
  provenAt ? new Date(provenAt.getTime() + freshFor) : null;

/** Refuses whoever has not proven a second factor within the last five minutes: programs and commands never have. */
export function demandFresh(viewer: Viewer, now: Date): void {
  const until = viewer.kind === 'PERSON' && !viewer.next ? freshUntil(viewer) : null;
  if (!until || until < now) throw DomainError.stepFirst('SECOND_FACTOR', again);
}

const again: Message = {
  zh: '此操作需要双因素验证（5 分钟内），请输入验证码后重试。',
  en: 'This needs a second factor proven within the last five minutes: prove it and try again.',
};
