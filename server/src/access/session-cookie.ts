import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../kernel/errors.ts';
import type { Origin, SignedIn } from './session.service.ts';
import type { Begun } from './sign-in.service.ts';

/** The name of the session's cookie; browsers keep one with the prefix to this host and to TLS. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-hub_session' : 'hub_session');

/** Who signed in, as the page is told. */
export const signedIn = ({ name, role, mustChangePassword, next }: SignedIn) => ({
  name,
  role,
  mustChangePassword,
  next,
});

/** The session's cookie: scripts cannot read it, other sites do not send it. */
export class SessionCookie {
  readonly #name: string;
  readonly #options: CookieSerializeOptions;

  constructor(secure: boolean) {
    this.#name = cookieName(secure);
    this.#options = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  }

  give = (reply: FastifyReply, { secret }: Begun): void =>
    void reply.setCookie(this.#name, secret, this.#options);

  take = (reply: FastifyReply): void => void reply.clearCookie(this.#name, this.#options);

  read = (request: FastifyRequest): string | undefined => request.cookies[this.#name];

  /** The session's secret; whoever shows none is asked to sign in. */
  demand(request: FastifyRequest): string {
    const secret = this.read(request);
    if (!secret) throw DomainError.unauthenticated();
    return secret;
  }
}

/** Where a request comes from. */
export const originOf = (request: FastifyRequest): Origin => ({
  address: request.ip,
  agent: request.headers['user-agent'] ?? null,
});

/** A token stands for a program: it has no session, gets none, and has no password and no second factor. */
export function refuseToken(request: FastifyRequest): void {
  if (request.headers.authorization !== undefined) throw DomainError.unauthenticated();
}
