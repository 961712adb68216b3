import * as oidc from 'openid-client';
import type { Clock } from '../kernel/clock.ts';
import { DomainError } from '../kernel/errors.ts';
import { Vault } from '../kernel/personal.ts';
import { returnTo } from './return-to.ts';

/** What single sign-on is set up with. */
export interface SingleSignOnParts {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The address under which people reach the hub: the issuer sends them back there. */
  readonly publicUrl: string;
  /** The issuer is on this machine and need not speak TLS. */
  readonly insecure: boolean;
  readonly clock: Clock;
  readonly vault: Vault;
}

/** Whom the issuer vouches for. */
export interface Vouched {
  readonly issuer: string;
  readonly subject: string;
  readonly returnTo: string;
  /** What this answer is known by, so that it begins one session only. */
  readonly answer: string;
}

/** What the browser carries, sealed, from the question to the answer. */
interface Ticket {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  readonly until: number;
}

export const ticketMinutes = 10;
const discoveredFor = 60 * 60_000;
const callback = '/api/session/oidc/callback';

/** OpenID Connect: authorisation code with PKCE, state and nonce; the signature of every answer is verified. */
export class SingleSignOn {
  readonly #parts: SingleSignOnParts;
  readonly #vault: Vault;
  #found: { readonly until: number; readonly issuer: Promise<oidc.Configuration> } | undefined;

  constructor(parts: SingleSignOnParts) {
    this.#parts = parts;
    this.#vault = new Vault(parts.vault.derive('single sign-on: tickets').toString('base64url'));
  }

  /** Where to send the browser, and the sealed ticket that it brings back. */
  async begin(wanted: unknown): Promise<{ url: URL; ticket: string }> {
    const issuer = await this.#issuer();
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
    const verifier = oidc.randomPKCECodeVerifier();
    const url = oidc.buildAuthorizationUrl(issuer, {
      redirect_uri: new URL(callback, this.#parts.publicUrl).href,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    const until = this.#parts.clock.now().getTime() + ticketMinutes * 60_000;
    const ticket: Ticket = { state, nonce, verifier, returnTo: returnTo(wanted), until };
    return { url, ticket: this.#vault.encrypt(JSON.stringify(ticket)).toString('base64url') };
  }

  /** Checks the answer against the ticket and the issuer's keys; who it is are issuer and subject, nothing else. */
  async finish(path: string, sealed: string | undefined): Promise<Vouched> {
    const ticket = this.#open(sealed);
    const issuer = await this.#issuer();
    const answer = new URL(path, this.#parts.publicUrl);
    const tokens = await oidc
      .authorizationCodeGrant(issuer, answer, {
        expectedState: ticket.state,
        expectedNonce: ticket.nonce,
        pkceCodeVerifier: ticket.verifier,
        idTokenExpected: true,
      })
      .catch((error: unknown) => {
        throw isAway(error) ? away(error) : notVerified(error);
      });
    const claims = tokens.claims();
    if (!claims?.iss || !claims.sub) throw notVerified(undefined);
    return { issuer: claims.iss, subject: claims.sub, returnTo: ticket.returnTo, answer: ticket.state };
  }

  /** The issuer's addresses, asked for when first needed: the hub starts without it and gets by while it is away. */
  async #issuer(): Promise<oidc.Configuration> {
    const now = performance.now();
    if (!this.#found || this.#found.until < now) {
      const issuer = this.#discover();
      this.#found = { until: now + discoveredFor, issuer };
      issuer.catch(() => (this.#found = undefined));
    }
    return this.#found.issuer.catch((error: unknown) => {
      throw away(error);
    });
  }

  #discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret, insecure } = this.#parts;
    const basic = oidc.ClientSecretBasic(clientSecret);
    const post = oidc.ClientSecretPost(clientSecret);
    const authenticate: oidc.ClientAuth = (server, ...rest) => {
      const ways = server.token_endpoint_auth_methods_supported;
      return (ways && !ways.includes('client_secret_basic') ? post : basic)(server, ...rest);
    };
    return oidc.discovery(new URL(issuer), clientId, {}, authenticate, {
      timeout: 5,
      execute: [oidc.enableNonRepudiationChecks, ...(insecure ? [oidc.allowInsecureRequests] : [])],
    });
  }

  #open(sealed: string | undefined): Ticket {
    try {
      const ticket = JSON.parse(this.#vault.decrypt(Buffer.from(sealed ?? '', 'base64url'))) as Ticket;
      if (ticket.until > this.#parts.clock.now().getTime()) return ticket;
    } catch {
      // Not ours, or changed on the way.
    }
    throw notBegunHere();
  }
}

/** No answer, or one that says that the issuer is in trouble. */
function isAway(error: unknown): boolean {
  const { code, status, cause } = error as { code?: unknown; status?: unknown; cause?: { status?: unknown } };
  const answered = Number(status ?? cause?.status ?? 0);
  return error instanceof TypeError || code === 'OAUTH_TIMEOUT' || answered >= 500;
}

const away = (cause: unknown): DomainError =>
  because(
    cause,
    new DomainError('UNAVAILABLE', {
      zh: '单点登录服务暂时连不上，请稍后再试，或用账号密码登录。',
      en: 'The single sign-on service cannot be reached. Try again later, or sign in with name and password.',
    }),
  );

const notVerified = (cause: unknown): DomainError =>
  because(
    cause,
    new DomainError('UNAUTHENTICATED', {
      zh: '单点登录未通过验证，请重新登录。',
      en: 'The single sign-on could not be verified. Please sign in again.',
    }),
  );

const notBegunHere = (): DomainError =>
  new DomainError('UNAUTHENTICATED', {
    zh: '此次单点登录不是从本浏览器发起，或已超时，请重新登录。',
    en: 'This single sign-on was not begun in this browser, or took too long. Please sign in again.',
  });

/** The cause is for the log alone. */
const because = (cause: unknown, refusal: DomainError): DomainError => Object.assign(refusal, { cause });
