import type { FastifyInstance } from 'fastify';
import { registerAccessRoutes } from '../../access/access.routes.ts';
import { SessionCookie } from '../../access/session-cookie.ts';
import { SingleSignOn } from '../../access/single-sign-on.ts';
import { registerSingleSignOn } from '../../access/single-sign-on.routes.ts';
import { isLoopback } from '../access-config.ts';
import type { Config } from '../config.ts';
import type { Services } from '../services.ts';
import type { RequestRates } from './request-rates.ts';
import { requestLanguage } from './request-viewer.ts';

/** What the routes of sign-in are served with. */
export interface SignInDeps {
  readonly config: Pick<Config, 'publicUrl'> & Partial<Pick<Config, 'oidc'>>;
  readonly services: Services;
  readonly rates: RequestRates;
}

/** Everything under /api/session, counted by address: who is signing in is nobody yet. */
export async function registerSignIn(app: FastifyInstance, deps: SignInDeps): Promise<void> {
  const { config, services, rates } = deps;
  const { access, clock, vault } = services;
  const { oidc, publicUrl } = config;
  const secure = publicUrl.startsWith('https:');
  const shared = { access, cookie: new SessionCookie(secure), languageOf: requestLanguage };
  await app.register(async session => {
    session.addHook('onRequest', (request, _reply, done) => {
      rates.count(request, undefined);
      done();
    });
    registerAccessRoutes(session, { ...shared, singleSignOn: oidc !== undefined });
    if (!oidc) return;
    const insecure = isLoopback(new URL(oidc.issuer).hostname);
    const singleSignOn = new SingleSignOn({ ...oidc, publicUrl, insecure, clock, vault });
    await session.register(async pages => registerSingleSignOn(pages, { ...shared, singleSignOn, secure }));
  });
}
