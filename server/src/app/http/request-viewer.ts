import type { FastifyRequest } from 'fastify';
import { cookieName } from '../../access/session-cookie.ts';
import type { Identity } from '../../access/identity.ts';
import { languageOf } from '../../access/language.ts';
import type { Language, Viewer } from '../../access/viewer.ts';

/** Who sends a request: by token, by session cookie, or nobody. Throws UNAUTHENTICATED for a token that is not good. */
export type ViewerOf = (request: FastifyRequest) => Promise<Viewer>;

/** Makes it: a header goes before a cookie. */
export function viewerOf(identity: Identity, secure: boolean): ViewerOf {
  const cookie = cookieName(secure);
  return request => {
    const { authorization } = request.headers;
    const shown = { authorization, session: request.cookies[cookie], address: request.ip };
    return identity.viewer(shown, requestLanguage(request));
  };
}

/** The language a request is answered in. */
export const requestLanguage = (request: FastifyRequest): Language =>
  languageOf(request.headers['accept-language']);
