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

  constructor(code: ErrorCode, text: Message, fields?: Record<string, Message>, retryAfter?: number) {
    super(text.en);
    this.name = 'DomainError';
    this.code = code;
    this.text = text;
    this.fields = fields;
    this.retryAfter = retryAfter;
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

  static unauthenticated(): DomainError {
    return new DomainError('UNAUTHENTICATED', { zh: '请先登录。', en: 'Please sign in first.' });
  }
}
