import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../kernel/errors.ts';
import type { AccessService } from './access.service.ts';
import { originOf, refuseToken, signedIn, type SessionCookie } from './session-cookie.ts';
import type { Language } from './viewer.ts';

/** What signing in needs. */
export interface AccessRouteDeps {
  readonly access: AccessService;
  readonly cookie: SessionCookie;
  /** Whether single sign-on has been set up. */
  readonly singleSignOn: boolean;
  readonly languageOf: (request: FastifyRequest) => Language;
}

/** Signing in and out, the password and the second factor: outside GraphQL, so that no alias can multiply a guess. */
export function registerAccessRoutes(app: FastifyInstance, deps: AccessRouteDeps): void {
  const { access, cookie, singleSignOn, languageOf } = deps;
  app.addHook('onRequest', (request, _reply, done) => {
    refuseToken(request);
    done();
  });

  app.get('/api/session/methods', () => ({ password: true, singleSignOn }));

  app.post('/api/session', async (request, reply) => {
    const { username, password } = texts(request.body, ['username', 'password']);
    const begun = await access.signIn(username, password, originOf(request));
    await access.leave(cookie.read(request), originOf(request));
    cookie.give(reply, begun);
    return signedIn(begun.who);
  });

  app.delete('/api/session', async (request, reply) => {
    await access.leave(cookie.read(request), originOf(request));
    cookie.take(reply);
    return reply.code(204).send();
  });

  app.post('/api/session/password', async (request, reply) => {
    const secret = cookie.demand(request);
    const { current, next } = texts(request.body, ['current', 'next']);
    const begun = await access.changePassword(secret, current, next, originOf(request));
    cookie.give(reply, begun);
    return signedIn(begun.who);
  });

  app.post('/api/session/second-factor', async (request, reply) => {
    const { code } = texts(request.body, ['code']);
    const begun = await access.proveSecondFactor(cookie.demand(request), code, originOf(request));
    cookie.give(reply, begun);
    return signedIn(begun.who);
  });

  app.post('/api/session/second-factor/enrolment', request =>
    access.offerSecondFactor(cookie.demand(request), languageOf(request)),
  );

  app.post('/api/session/second-factor/confirmation', async (request, reply) => {
    const { code } = texts(request.body, ['code']);
    const begun = await access.confirmSecondFactor(cookie.demand(request), code, originOf(request));
    cookie.give(reply, begun);
    return { ...signedIn(begun.who), recoveryCodes: begun.recoveryCodes };
  });

  app.post('/api/session/second-factor/removal', async (request, reply) => {
    const { code } = texts(request.body, ['code']);
    const begun = await access.removeSecondFactor(cookie.demand(request), code, originOf(request));
    cookie.give(reply, begun);
    return signedIn(begun.who);
  });
}

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
