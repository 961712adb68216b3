import type { FastifyRequest } from 'fastify';
import { cookieName } from '../../access/session-cookie.ts';
import { wallScheme, wrongToken, type Identity } from '../../access/identity.ts';
import { wallAddresses } from '../../access/policy/walls.ts';
import { languageOf } from '../../access/language.ts';
import type { Language, Viewer } from '../../access/viewer.ts';
import type { RequestRates } from './request-rates.ts';

/** Who sends a request: by token, by session cookie, or nobody. Throws UNAUTHENTICATED for a token that is not good. */
export type ViewerOf = (request: FastifyRequest) => Promise<Viewer>;

/**
 * Makes it: a header goes before a cookie. Each request is counted, as the caller's who was verified. Asked for the same
 * request again, as open streams are, it only looks: nobody sits before the page for that.
 */
export function viewerOf(identity: Identity, secure: boolean, rates?: RequestRates): ViewerOf {
  const cookie = cookieName(secure);
  const seen = new WeakSet<FastifyRequest>();
  return async request => {
    const { authorization } = request.headers;
    const looking = seen.has(request);
    seen.add(request);
    const shown = { authorization, session: request.cookies[cookie], address: request.ip, looking };
    let viewer: Viewer | undefined;
    try {
      // A wall's key opens its figures and no other address.
      if (wallScheme.test(authorization ?? '') && !wallAddresses.includes(request.routeOptions.url ?? ''))
        throw wrongToken();
      viewer = await identity.viewer(shown, requestLanguage(request));
    } finally {
      // Whose token is not good is counted too, as nobody's.
      if (!looking) rates?.count(request, viewer);
    }
    return viewer;
  };
}

/** The language a request is answered in. */
export const requestLanguage = (request: FastifyRequest): Language =>
  languageOf(request.headers['accept-language']);
