import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../access/viewer.ts';
import { DomainError, errorCodes, type Message, type Step } from '../../kernel/errors.ts';
import { refusalOf, safeError } from '../safe-error.ts';
import { requestLanguage } from './request-viewer.ts';
import { OncePerSecond } from './once-per-second.ts';

/** What a refused request is answered with outside GraphQL; inside, the same parts stand in `errors`. */
export interface ErrorBody {
  code: string;
  message: string;
  fields?: Record<string, string>;
  incident?: string;
  step?: Step;
}

const fault: Message = {
  zh: '服务器内部错误，请将事件编号告知管理员。',
  en: 'Something went wrong in the hub. Please tell the administrator the incident number.',
};
const malformed: Message = { zh: '请求格式不正确。', en: 'The request is malformed.' };
const tooLarge: Message = { zh: '请求内容过大。', en: 'The request body is too large.' };
const wrongType: Message = { zh: '不支持的内容类型。', en: 'This content type is not supported.' };

const malformedLog = new OncePerSecond();

/** Answers whatever a route threw: refusals by their code, Fastify's own by their status, the rest masked with an incident. */
export function errorHandler(thrown: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const language = requestLanguage(request);
  const error = refusalOf(thrown) ?? thrown;
  const [status, body] =
    error instanceof DomainError ? refusal(error, request, language) : failure(error, request, language);
  if (status === 401) void reply.header('www-authenticate', challenge(request));
  const again = error instanceof DomainError ? error.retryAfter : undefined;
  if (status === 503) void reply.header('retry-after', String(again ?? 5));
  if (status === 429) void reply.header('retry-after', String(again ?? 900));
  void reply.code(status).send(asked(request, body));
}

/** A spreadsheet that tried Basic asks its user again; a page must never open the browser's own password box. */
const challenge = ({ headers }: FastifyRequest): string =>
  /^basic /i.test(headers.authorization ?? '')
    ? 'Basic realm="hexie-hub", charset="UTF-8"'
    : 'Bearer realm="hexie-hub"';

/** GraphQL clients read `errors`. */
function asked(request: FastifyRequest, body: ErrorBody): unknown {
  if (!request.url.startsWith('/graphql')) return body;
  const { message, ...extensions } = body;
  return { errors: [{ message, extensions }] };
}

function refusal(error: DomainError, request: FastifyRequest, language: Language): [number, ErrorBody] {
  const { code, text } = error;
  const fields = Object.entries(error.fields ?? {}).map(([field, one]) => [field, one[language]]);
  const body: ErrorBody = { code, message: text[language] };
  if (fields.length > 0) body.fields = Object.fromEntries(fields) as Record<string, string>;
  if (error.step) body.step = error.step;
  // What stands behind a refusal is for those who keep the hub.
  if (error.cause) body.incident = recorded(error.cause, request);
  return [errorCodes[code], body];
}

function failure(error: FastifyError, request: FastifyRequest, language: Language): [number, ErrorBody] {
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    malformedLog.run(count => request.log.warn({ status, code: error.code, count }, 'malformed request'));
    const text = status === 413 ? tooLarge : status === 415 ? wrongType : malformed;
    return [status, { code: 'BAD_REQUEST', message: text[language] }];
  }
  return [500, { code: 'INTERNAL', message: fault[language], incident: recorded(error, request) }];
}

function recorded(error: unknown, request: FastifyRequest): string {
  const incident = randomUUID();
  request.log.error({ incident, requestId: request.id, fault: safeError(error) }, 'internal error');
  return incident;
}
