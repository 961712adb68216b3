import { randomUUID } from 'node:crypto';
import { HeaderMap } from '@apollo/server';
import { GraphQLError, type GraphQLErrorOptions, type GraphQLFormattedError } from 'graphql';
import type { Language } from '../../access/viewer.ts';
import { DomainError, type Message } from '../../kernel/errors.ts';
import { refusalOf, safeError, type LoggedFault } from '../safe-error.ts';
import { isPublished } from './graphql-codes.ts';

/** Where faults are told to the people who run the hub. */
export interface FaultLog {
  error(fields: { incident: string; requestId?: string; fault: LoggedFault }, message: string): void;
}

interface Reader {
  readonly language: Language;
  readonly requestId: string;
}

const fault: Message = {
  zh: '服务器内部错误，请将事件编号告知管理员。',
  en: 'Something went wrong in the hub. Please tell the administrator the incident number.',
};

/** Turns whatever was thrown into what a client may see: coded refusals in the reader's language, everything else masked. */
export class ErrorPresenter {
  readonly #log: FaultLog;

  constructor(log: FaultLog) {
    this.#log = log;
  }

  /** An error of the execution, with its path. */
  present(error: GraphQLError, reader: Reader): GraphQLError {
    const { path, nodes, locations } = error;
    const shown = this.#present(error, reader, {
      path: path ?? null,
      nodes: nodes ?? null,
      originalError: error,
    });
    // graphql-jit gives places as locations only, which a GraphQLError takes from nodes only.
    return shown.locations ? shown : Object.assign(shown, { locations });
  }

  #present(error: GraphQLError, reader: Reader, place: GraphQLErrorOptions): GraphQLError {
    const cause = causeOf(error);
    const refusal = refusalOf(cause);
    if (refusal) {
      // What stands behind a refusal is for those who keep the hub.
      const incident = refusal.cause ? this.#record(refusal.cause, reader.requestId) : undefined;
      return domainError(refusal, reader.language, place, incident);
    }
    // Wrong variables: graphql-js says which and why, and nothing of the hub is in it.
    if (cause instanceof GraphQLError && (!error.path || isPublished(cause.extensions?.['code']))) {
      return new GraphQLError(error.message, { ...place, extensions: { ...error.extensions } });
    }
    return new GraphQLError(fault[reader.language], {
      ...place,
      extensions: { code: 'INTERNAL', incident: this.#record(cause, reader.requestId) },
    });
  }

  /** A refusal before anything was executed: the status says so too. */
  refusal(error: unknown, reader: Reader): GraphQLError {
    if (!(error instanceof DomainError))
      return this.present(new GraphQLError('', { originalError: error as Error, path: [] }), reader);
    const refused = domainError(error, reader.language, {});
    return new GraphQLError(refused.message, {
      extensions: { http: { status: 400, headers: new HeaderMap() }, ...refused.extensions },
    });
  }

  /** Apollo's last door: only published codes pass, whatever a library threw. */
  format = (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const extensions = formatted.extensions ?? {};
    const { message, ...place } = withoutExtensions(formatted);
    const code = codeOf(formatted, error);
    if (code) {
      const { fields, incident, step, version } = extensions;
      return {
        message,
        ...place,
        extensions: {
          code,
          ...(fields ? { fields } : {}),
          ...(incident ? { incident } : {}),
          ...(step ? { step } : {}),
          ...(version === undefined ? {} : { version }),
        },
      };
    }
    const incident = this.#record(causeOf(error));
    return { message: `${fault.zh} ${fault.en}`, extensions: { code: 'INTERNAL', incident } };
  };

  #record(cause: unknown, requestId?: string): string {
    const incident = randomUUID();
    this.#log.error(
      { incident, ...(requestId ? { requestId } : {}), fault: safeError(cause) },
      'internal error',
    );
    return incident;
  }
}

function domainError(
  error: DomainError,
  language: Language,
  place: GraphQLErrorOptions,
  incident?: string,
): GraphQLError {
  const { code, text, step, version } = error;
  const fields = error.fields && Object.entries(error.fields).map(([field, one]) => [field, one[language]]);
  const headers = new HeaderMap([['retry-after', String(error.retryAfter ?? 5)]]);
  return new GraphQLError(text[language], {
    ...place,
    extensions: {
      code,
      ...(fields ? { fields: Object.fromEntries(fields) as Record<string, string> } : {}),
      ...(incident ? { incident } : {}),
      ...(step ? { step } : {}),
      ...(version === undefined ? {} : { version }),
      ...(code === 'UNAVAILABLE' ? { http: { status: 503, headers } } : {}),
    },
  });
}

/** The innermost error: graphql-js, graphql-jit and Apollo each wrap it once. */
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof Error && 'originalError' in cause && cause.originalError)
    cause = cause.originalError;
  return cause;
}

function codeOf({ message, extensions }: GraphQLFormattedError, error: unknown): string | undefined {
  if (message.includes('Parsing aborted.')) return 'QUERY_TOO_COMPLEX';
  const code = extensions?.['code'];
  if (isPublished(code)) return code;
  const status =
    error instanceof GraphQLError && (error.extensions['http'] as { status?: number } | undefined)?.status;
  return status === 400 ? 'BAD_REQUEST' : undefined;
}

const withoutExtensions = ({ extensions: _, ...rest }: GraphQLFormattedError) => rest;
