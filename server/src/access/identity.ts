import { DomainError } from '../kernel/errors.ts';
import { scopeOf, scopeOfWall } from './scope-of.ts';
import { hashSecret, readToken, readWallSecret } from './secrets.ts';
import type { SessionService } from './session.service.ts';
import type { TokenService } from './token.service.ts';
import { ViewerCache, type ViewerInEveryLanguage } from './viewer-cache.ts';
import { anonymousViewer, type Language, type Viewer } from './viewer.ts';
import type { WallLinkList } from './walls/wall-link-list.ts';

/** What a request shows of itself. */
export interface Credentials {
  readonly authorization: string | undefined;
  /** The secret in the session cookie. */
  readonly session: string | undefined;
  /** Network address the request comes from. */
  readonly address?: string | undefined;
  /** Somebody's line is looked at, nobody has asked: that keeps no session alive. */
  readonly looking?: boolean;
}

/** From a request's credentials to its viewer; what was found is believed for a second, so a revocation holds within two. */
export class Identity {
  readonly #tokens: TokenService;
  readonly #sessions: SessionService;
  readonly #walls: WallLinkList;
  readonly #cache = new ViewerCache();

  constructor(tokens: TokenService, sessions: SessionService, walls: WallLinkList) {
    this.#tokens = tokens;
    this.#sessions = sessions;
    this.#walls = walls;
  }

  /** A wrong token is refused; a session that has ended is nobody, so that the page can ask for the password. */
  async viewer(credentials: Credentials, language: Language): Promise<Viewer> {
    // Who somebody is may be believed for a second; where this request comes from is its own.
    return { ...(await this.#known(credentials, language)), address: credentials.address ?? null };
  }

  async #known(credentials: Credentials, language: Language): Promise<Viewer> {
    const { authorization, session, address = '', looking = false } = credentials;
    if (authorization !== undefined) {
      const text = authorization;
      // A token may be good from one place and not from another.
      const key = hashSecret(`${address}\n${text}`);
      const found = await this.#cache.get(key, () =>
        wallScheme.test(text)
          ? this.#byWallLink(text, address || null)
          : this.#byToken(text, address || null),
      );
      if (!found) throw wrongToken();
      return found[language];
    }
    if (session === undefined) return anonymousViewer(language);
    const key = hashSecret(looking ? `looking ${session}` : session);
    const found = await this.#cache.get(key, () => this.#bySession(session, looking));
    // What an open line finds out first, every other request of the session knows at once.
    if (looking && !found) this.#cache.drop(hashSecret(session));
    return found?.[language] ?? anonymousViewer(language);
  }

  /** After a change in this process nothing is believed any longer. */
  forget(): void {
    this.#cache.clear();
  }

  async #byToken(authorization: string, address: string | null): Promise<ViewerInEveryLanguage | undefined> {
    const presented = presentedToken(authorization);
    const token = presented && (await this.#tokens.find(presented.id, presented.secret, address));
    if (!token) return undefined;
    const { id, name, role, town, operations, fields } = token;
    return inEveryLanguage({
      kind: 'TOKEN',
      id: String(id),
      name,
      role,
      town,
      scope: scopeOf(`token:${id}`, role, town, operations),
      limits: operations || fields ? { actions: operations, fields } : null,
    });
  }

  /** A wall is nobody's session and no role: it has its own few actions, and the rows that its sums are made of. */
  async #byWallLink(
    authorization: string,
    address: string | null,
  ): Promise<ViewerInEveryLanguage | undefined> {
    const shown = readWallSecret(authorization.replace(wallScheme, '').trim());
    const link = shown && (await this.#walls.find(shown.id, shown.secret, address));
    if (!link) return undefined;
    const { id, name, town, pages, expiresOn } = link;
    const scope = scopeOfWall(`wall:${id}`, town);
    return inEveryLanguage({
      kind: 'WALL',
      id: String(id),
      name,
      role: null,
      town,
      scope,
      wall: { pages, expiresOn },
    });
  }

  async #bySession(secret: string, looking: boolean): Promise<ViewerInEveryLanguage | undefined> {
    const person = await this.#sessions.find(secret, looking);
    if (!person) return undefined;
    const { personId, name, role, town, mustChangePassword, next, provenAt, sessionId } = person;
    const { username, language, roleUntil, enrolled } = person;
    const actor = `person:${personId}`;
    const scope = role ? scopeOf(actor, role, town) : { actor, towns: [], channels: [] };
    return inEveryLanguage({
      kind: 'PERSON',
      id: String(personId),
      name,
      role,
      town,
      scope,
      mustChangePassword,
      next,
      provenAt,
      session: String(sessionId),
      account: { username, language, roleUntil, enrolled },
    });
  }
}

/** `Wall SECRET`: how a wall shows its key. */
export const wallScheme = /^\s*wall\s+/i;

/** `Bearer TOKEN`, or Basic with the token's id as the user and the token or its secret as the password. */
function presentedToken(authorization: string): { id: number; secret: string } | undefined {
  const [scheme = '', credentials = ''] = authorization.trim().split(/\s+/, 2);
  if (/^bearer$/i.test(scheme)) return readToken(credentials);
  if (!/^basic$/i.test(scheme)) return undefined;
  const text = Buffer.from(credentials, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  const [id, password] = [text.slice(0, colon), text.slice(colon + 1)];
  const token = readToken(password) ?? readToken(`hub_${id}_${password}`);
  return colon > 0 && token && String(token.id) === id ? token : undefined;
}

const inEveryLanguage = (viewer: Omit<Viewer, 'language'>): ViewerInEveryLanguage => ({
  zh: { ...viewer, language: 'zh' },
  en: { ...viewer, language: 'en' },
});

/** What is shown is no key of ours, or not any longer. */
export const wrongToken = (): DomainError =>
  new DomainError('UNAUTHENTICATED', {
    zh: '令牌无效、已过期、已吊销，或不得从此地址使用。',
    en: 'The token is not valid, has expired, was revoked or is not for this address.',
  });
