import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError, errorCodes } from '../kernel/errors.ts';
import type { AccessService } from './access.service.ts';
import { originOf, type SessionCookie } from './session-cookie.ts';
import { singleSignOnPage } from './single-sign-on-page.ts';
import { ticketMinutes, type SingleSignOn, type Vouched } from './single-sign-on.ts';
import type { Language } from './viewer.ts';

/** What single sign-on is served with. */
export interface SingleSignOnRouteDeps {
  readonly access: AccessService;
  readonly cookie: SessionCookie;
  readonly singleSignOn: SingleSignOn;
  readonly secure: boolean;
  readonly languageOf: (request: FastifyRequest) => Language;
}

/** To the issuer and back: browsers come here by following links, so what goes wrong is told on a page. */
export function registerSingleSignOn(app: FastifyInstance, deps: SingleSignOnRouteDeps): void {
  const { access, cookie, singleSignOn, secure, languageOf } = deps;
  const ticket = secure ? '__Host-hub_sign_on' : 'hub_sign_on';
  const options: CookieSerializeOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  app.setErrorHandler((error, request, reply) => {
    if (!(error instanceof DomainError) || !/\btext\/html\b/.test(request.headers.accept ?? '')) throw error;
    if (error.code === 'UNAVAILABLE') void reply.header('retry-after', '30');
    return reply
      .code(errorCodes[error.code])
      .type('text/html; charset=utf-8')
      .send(singleSignOnPage(error.text, languageOf(request)));
  });

  app.get('/api/session/oidc', async (request, reply) => {
    const begun = await told(request, singleSignOn.begin((request.query as { returnTo?: unknown }).returnTo));
    void reply.setCookie(ticket, begun.ticket, { ...options, maxAge: ticketMinutes * 60 });
    return reply.redirect(begun.url.href, 303);
  });

  app.get('/api/session/oidc/callback', async (request, reply) => {
    const sealed = request.cookies[ticket];
    void reply.clearCookie(ticket, options);
    let next = '/';
    const vouch = async (): Promise<Vouched> => {
      const vouched = await told(request, singleSignOn.finish(request.url, sealed));
      next = vouched.returnTo;
      return vouched;
    };
    const begun = await access.signInByIdentity(vouch, originOf(request));
    await access.leave(cookie.read(request), originOf(request));
    cookie.give(reply, begun);
    return reply.redirect(next, 303);
  });
}

/** Why an issuer's answer was refused is for those who run the hub: a code of the library, nothing of the answer. */
async function told<Result>(request: FastifyRequest, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const cause = (error as { cause?: unknown }).cause as { code?: unknown; name?: unknown } | undefined;
    const reason = [cause?.name, cause?.code].filter(one => typeof one === 'string').join(' ');
    if (cause) request.log.warn({ reason }, 'single sign-on was refused');
    throw error;
  }
}
