import type { Actor } from '../kernel/audit.ts';
import { systemScope, type Scope } from '../kernel/database.ts';
import type { Day } from '../kernel/days.ts';
import type { Step } from '../kernel/errors.ts';
import type { Role } from './roles.ts';
import type { WallPage } from './walls/wall-pages.ts';

/** What messages are told in. */
export type Language = 'zh' | 'en';

/** What a person may know of their own account. */
export interface ViewerAccount {
  readonly username: string;
  /** What the pages begin in; a request is answered in the language it asks for. */
  readonly language: Language;
  /** Last day of the role's term; null while it is open. */
  readonly roleUntil: Day | null;
  /** Has a second factor. */
  readonly enrolled: boolean;
}

/** What a token is narrowed to, within its role; null is no limit. */
export interface ViewerLimits {
  readonly actions: readonly string[] | null;
  /** Coordinates such as `Enterprise.employees`. */
  readonly fields: readonly string[] | null;
}

/** What a wall shows, and until when. */
export interface ViewerWall {
  readonly pages: readonly WallPage[];
  readonly expiresOn: Day;
}

/** Who asks: resolved once per request, handed to every engine. */
export interface Viewer {
  readonly kind: 'PERSON' | 'TOKEN' | 'WALL' | 'ANONYMOUS' | 'SYSTEM';
  /** Primary key of the person, token or wall link; null for the hub itself and for nobody. */
  readonly id: string | null;
  readonly name: string;
  readonly role: Role | null;
  readonly town: string | null;
  readonly scope: Scope;
  readonly language: Language;
  /** The password is a one-time password still. */
  readonly mustChangePassword?: boolean;
  /** What a person has to do before anything else; nothing is granted to them until then. */
  readonly next?: Step | null;
  /** When this session last proved its second factor. */
  readonly provenAt?: Date | null;
  /** Number of the browser session a person asks from. */
  readonly session?: string | null;
  /** The person's own account. */
  readonly account?: ViewerAccount;
  /** Network address the request came from. */
  readonly address?: string | null;
  /** What a token is narrowed to. */
  readonly limits?: ViewerLimits | null;
  /** What a wall shows. */
  readonly wall?: ViewerWall;
}

/** The viewer as the audit trail keeps whoever acts. */
export const actorOf = ({ scope, name, role, town, session, address }: Viewer): Actor => ({
  actor: scope.actor,
  name,
  onBehalfOf: role && [role, town].filter(Boolean).join(' '),
  session: session ?? null,
  address: address ?? null,
});

/** The command line and the hub's own jobs: everything a department could do, recorded as such. */
export const systemViewer = (name: string, language: Language = 'zh'): Viewer => ({
  kind: 'SYSTEM',
  id: null,
  name,
  role: null,
  town: null,
  scope: systemScope(name),
  language,
});

/** Nobody: no rows exist, and only `viewer` answers. */
export const anonymousViewer = (language: Language): Viewer => ({
  kind: 'ANONYMOUS',
  id: null,
  name: '',
  role: null,
  town: null,
  scope: { actor: 'anonymous', towns: [], channels: [] },
  language,
});
