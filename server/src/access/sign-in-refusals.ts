import { DomainError } from '../kernel/errors.ts';

/** A wrong name, a wrong password and a barred account are told alike. */
export const wrongPassword = (): DomainError =>
  new DomainError('UNAUTHENTICATED', {
    zh: '账号或密码不正确。',
    en: 'The user name or the password is wrong.',
  });

/** A change is a change. */
export const anotherOne = { zh: '新密码不得与当前密码相同。', en: 'The new password must be another one.' };

/** Somebody else was faster. */
export const changedMeanwhile = (): DomainError =>
  new DomainError('CONFLICT', {
    zh: '密码刚刚已被修改，请重新登录。',
    en: 'The password has just been changed. Please sign in again.',
  });

/** For those whom an issuer has vouched for already. */
export const disabled = (): DomainError =>
  new DomainError('FORBIDDEN', {
    zh: '账号已停用，请联系系统管理员。',
    en: 'The account is disabled. Please ask the administrator.',
  });

/** One answer of the issuer begins one session. */
export const usedAnswer = (): DomainError =>
  new DomainError('UNAUTHENTICATED', {
    zh: '此次单点登录已经用过，请重新登录。',
    en: 'This single sign-on has been used already. Please sign in again.',
  });

/** With the reference that an administrator needs to link the identity. */
export const unknownIdentity = (issuer: string, subject: string): DomainError =>
  new DomainError('FORBIDDEN', {
    zh: `该单点登录身份尚未关联账号。请将以下标识告知系统管理员：签发方 ${issuer}，主体 ${subject}`,
    en: `No account is linked with this identity. Please tell the administrator this reference: issuer ${issuer}, subject ${subject}`,
  });
