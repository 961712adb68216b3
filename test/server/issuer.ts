import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { systemClock } from '../../server/src/kernel/clock.ts';

/** What a hostile issuer does otherwise than it should; nothing for an honest one. */
export interface Mischief {
  /** Parameters of its answer by the browser. */
  readonly answer?: (answer: Record<string, string>) => Record<string, string>;
  readonly claims?: (claims: JWTPayload) => JWTPayload;
  /** How the identity token is signed. */
  readonly sign?: 'none' | 'HS256' | 'another key' | 'changed afterwards' | 'no token';
  /** Answers of the token endpoint: an HTTP status instead. */
  readonly status?: number;
}

/** An issuer of single sign-on in this process, which does as it is told. */
export interface MockIssuer {
  readonly issuer: string;
  mischief: Mischief;
  subject: string;
  close(): Promise<void>;
}

interface Asked {
  readonly nonce: string;
  readonly challenge: string;
}

export const clientSecret = 'a-client-secret-of-the-test-hub-0123456789';

/** Starts it on a free port of this machine. */
export async function startIssuer(): Promise<MockIssuer> {
  const [own, other] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')];
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' };
  const asked = new Map<string, Asked>();
  const state: MockIssuer = {
    issuer: '',
    mischief: {},
    subject: 'subject-1',
    close: () => new Promise(resolve => server.close(() => resolve())),
  };

  async function token(claims: JWTPayload): Promise<string | undefined> {
    const { sign } = state.mischief;
    const header = { alg: sign === 'HS256' ? 'HS256' : 'RS256', kid: 'own' };
    const signed = (key: CryptoKey | Uint8Array): Promise<string> =>
      new SignJWT(claims).setProtectedHeader(header).sign(key);
    if (sign === 'no token') return undefined;
    if (sign === 'none') return new UnsecuredJWT(claims).encode();
    if (sign === 'HS256') return signed(new TextEncoder().encode(clientSecret));
    if (sign === 'another key') return signed(other.privateKey);
    const [head, , signature] = (await signed(own.privateKey)).split('.');
    const changed = Buffer.from(JSON.stringify({ ...claims, sub: 'somebody else' })).toString('base64url');
    return sign === 'changed afterwards' ? [head, changed, signature].join('.') : signed(own.privateKey);
  }

  async function exchange(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const part of request) body += String(part);
    const given = new URLSearchParams(body);
    const known = asked.get(given.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(given.get('code_verifier') ?? '')
      .digest('base64url');
    if (known?.challenge !== challenge) return json(response, 400, { error: 'invalid_grant' });
    if (state.mischief.status) return json(response, state.mischief.status, { error: 'server_error' });
    const now = Math.floor(systemClock.now().getTime() / 1000);
    const claims = {
      iss: state.issuer,
      sub: state.subject,
      aud: 'hub',
      iat: now,
      exp: now + 60,
      nonce: known.nonce,
    };
    const idToken = await token(state.mischief.claims?.(claims) ?? claims);
    // It never forgets a code: whether one answer begins two sessions is for the hub to prevent.
    json(response, 200, {
      access_token: randomUUID(),
      token_type: 'Bearer',
      ...(idToken && { id_token: idToken }),
    });
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', state.issuer);
    if (url.pathname === '/.well-known/openid-configuration')
      return json(response, 200, discovery(state.issuer));
    if (url.pathname === '/jwks') return json(response, 200, { keys: [jwk] });
    if (url.pathname === '/token') return void exchange(request, response);
    const code = randomUUID();
    const wanted = (name: string): string => url.searchParams.get(name) ?? '';
    if (wanted('code_challenge_method') !== 'S256') return json(response, 400, { error: 'invalid_request' });
    asked.set(code, { nonce: wanted('nonce'), challenge: wanted('code_challenge') });
    const honest = { code, state: wanted('state'), iss: state.issuer };
    const back = new URL(wanted('redirect_uri'));
    back.search = String(new URLSearchParams(state.mischief.answer?.(honest) ?? honest));
    response.writeHead(303, { location: back.href }).end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(state, { issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

function json(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json', connection: 'close' })
    .end(JSON.stringify(body));
}

const discovery = (issuer: string): object => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
  authorization_response_iss_parameter_supported: true,
});
