import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../kernel/errors.ts';
import type { AccessService } from './access.service.ts';
import type { Origin, SignedIn } from './session.service.ts';

/** What signing in needs. */
export interface AccessRouteDeps {
  readonly access: AccessService;
  /** Whether people reach the hub by TLS: then the cookie is Secure and bound to the host. */
  readonly secure: boolean;
}

/** The name of the session's cookie; browsers keep one with the prefix to this host and to TLS. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-hub_session' : 'hub_session');

/** Signing in and out and changing the password: outside GraphQL, so that no alias can multiply a guess. */
export function registerAccessRoutes(app: FastifyInstance, { access, secure }: AccessRouteDeps): void {
  const name = cookieName(secure);
  const options: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  const answer = (reply: FastifyReply, { secret, who }: { secret: string; who: SignedIn }) => {
    reply.setCookie(name, secret, options);
    return { name: who.name, role: who.role, mustChangePassword: who.mustChangePassword };
  };

  app.post('/api/session', async (request, reply) => {
    const { username, password } = texts(request.body, ['username', 'password']);
    return answer(reply, await access.signIn(username, password, originOf(request)));
  });

  app.delete('/api/session', async (request, reply) => {
    const secret = request.cookies[name];
    if (secret) await access.signOut(secret);
    return reply.clearCookie(name, options).code(204).send();
  });

  app.post('/api/session/password', async (request, reply) => {
    const secret = request.cookies[name];
    // A token stands for a program: it has no password to change.
    if (!secret || request.headers.authorization !== undefined) throw DomainError.unauthenticated();
    const { current, next } = texts(request.body, ['current', 'next']);
    return answer(reply, await access.changePassword(secret, current, next, originOf(request)));
  });
}

const originOf = (request: FastifyRequest): Origin => ({
  address: request.ip,
  agent: request.headers['user-agent'] ?? null,
});

/** The named text fields of a JSON body; what is missing or too long is named. */
function texts<Name extends string>(body: unknown, names: readonly Name[]): Record<Name, string> {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const wrong = names.filter(name => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    return typeof value !== 'string' || value.length === 0 || value.length > 1000;
  });
  const text = { zh: '必填，最多 1000 个字符。', en: 'Required, at most 1000 characters.' };
  if (wrong.length > 0) {
    const list = wrong.join(', ');
    const about = { zh: `缺少或不正确：${list}。`, en: `Missing or wrong: ${list}.` };
    throw new DomainError('BAD_USER_INPUT', about, Object.fromEntries(wrong.map(name => [name, text])));
  }
  return given as Record<Name, string>;
}
