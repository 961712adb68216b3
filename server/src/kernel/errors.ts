/** Every way a request can be refused, with the HTTP status it maps to outside GraphQL. */
export const errorCodes = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  CONFLICT: 409,
  INVALID_TRANSITION: 409,
  DEADLINE_PASSED: 409,
  RATE_LIMITED: 429,
  QUERY_TOO_COMPLEX: 400,
  UNAVAILABLE: 503,
  INTERNAL: 500,
} as const;
export type ErrorCode = keyof typeof errorCodes;

/** What somebody has to do before an act: change a one-time password, enrol a second factor, prove it (again). */
export const steps = ['PASSWORD', 'ENROLMENT', 'SECOND_FACTOR'] as const;
export type Step = (typeof steps)[number];

/** A sentence in both languages; the door that answers picks the reader's. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

/** An expected refusal: its code and words may be shown. Anything else that is thrown is a fault and is masked. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly text: Message;
  /** Input field → what is wrong with it; only for BAD_USER_INPUT. */
  readonly fields: Readonly<Record<string, Message>> | undefined;
  /** Seconds after which it is worth while to try again. */
  readonly retryAfter: number | undefined;
  /** What to do first; then the same request may succeed. */
  readonly step: Step | undefined;
  /** Of a CONFLICT: the version that stands now. */
  readonly version: number | undefined;

  constructor(
    code: ErrorCode,
    text: Message,
    fields?: Record<string, Message>,
    { retryAfter, step, version }: { retryAfter?: number; step?: Step; version?: number } = {},
  ) {
    super(text.en);
    this.name = 'DomainError';
    this.code = code;
    this.text = text;
    this.fields = fields;
    this.retryAfter = retryAfter;
    this.step = step;
    this.version = version;
  }

  static badInput(field: string, text: Message): DomainError {
    return new DomainError('BAD_USER_INPUT', text, { [field]: text });
  }

  static notFound(): DomainError {
    return new DomainError('NOT_FOUND', { zh: '没有找到该记录。', en: 'No such record.' });
  }

  static forbidden(): DomainError {
    return new DomainError('FORBIDDEN', {
      zh: '您的角色没有此项权限。',
      en: 'Your role does not permit this.',
    });
  }

  /** Refused until the step is done; `extensions.step` names it. */
  static stepFirst(step: Step, text: Message): DomainError {
    return new DomainError('FORBIDDEN', text, undefined, { step });
  }

  /** Refused because something else has been done meanwhile; `extensions.version` is what stands now. */
  static stale(version: number, text: Message = changedMeanwhile): DomainError {
    return new DomainError('CONFLICT', text, undefined, { version });
  }

  static unauthenticated(): DomainError {
    return new DomainError('UNAUTHENTICATED', { zh: '请先登录。', en: 'Please sign in first.' });
  }
}

/** Refuses what was decided on another version than the one that stands; saying none is taking it as it stands. */
export function demandVersion(seen: number | null | undefined, standing: number): void {
  if (seen != null && seen !== standing) throw DomainError.stale(standing);
}

const changedMeanwhile: Message = {
  zh: '该记录已被他人更改，请核对最新内容后再操作。',
  en: 'The record has changed meanwhile; look at what it says now and decide again.',
};
