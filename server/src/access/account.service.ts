import { systemScope, type Query } from '../kernel/database.ts';
import { DomainError } from '../kernel/errors.ts';
import { numberOf, perform, type ActParts } from './access-act.ts';
import type { SessionService } from './session.service.ts';
import type { EndSessionInput, SessionType, SetLanguageInput } from './session.type.ts';
import type { Viewer } from './viewer.ts';

const mostShown = 100;

const session = `select 'Session:' || id as id, id = $2 as current, created_at as "createdAt", seen_at as "seenAt",
  expires_at as "expiresAt", ended_at as "endedAt", address, agent, proven_at as "provenAt" from person_session`;

/** What people do with their own account: their sessions and their language. */
export class AccountService {
  readonly #parts: ActParts;
  readonly #sessions: SessionService;

  constructor(parts: ActParts, sessions: SessionService) {
    [this.#parts, this.#sessions] = [parts, sessions];
  }

  /** The viewer's living sessions, the newest first; whoever has a step to do first sees none. */
  async sessions(viewer: Viewer): Promise<SessionType[]> {
    if (viewer.kind !== 'PERSON' || viewer.next) return [];
    const { database, clock } = this.#parts;
    const since = this.#sessions.quietSince(clock.now());
    return database.read<SessionType>(
      systemScope(viewer.scope.actor),
      `${session} where person_id = $1 and ended_at is null and expires_at > $3 and seen_at >= $4
        order by current desc, id desc limit ${mostShown}`,
      [viewer.id, viewer.session, clock.now(), since],
    );
  }

  /** Ends one of the viewer's own sessions; of others none exists. */
  endSession(viewer: Viewer, input: EndSessionInput): Promise<{ sessions: SessionType[] }> {
    const only = numberOf('Session', input.id);
    return this.#end(viewer, 'endSession', input, { only });
  }

  endOtherSessions(
    viewer: Viewer,
    input: { readonly idempotencyKey?: string | null | undefined },
  ): Promise<{ sessions: SessionType[] }> {
    return this.#end(viewer, 'endOtherSessions', input, { but: Number(viewer.session) });
  }

  async setLanguage(viewer: Viewer, input: SetLanguageInput): Promise<{ language: string }> {
    const { language } = input;
    if (language !== 'zh' && language !== 'en') {
      throw DomainError.badInput('language', { zh: '语言应为 zh 或 en。', en: 'The language is zh or en.' });
    }
    return perform(
      this.#parts,
      viewer,
      { act: 'setLanguage', needs: 'account.write', input },
      async query => {
        await query('update person set language = $2 where id = $1', [viewer.id, language]);
        return { answer: { language }, event: { object: `Person:${viewer.id}`, detail: { language } } };
      },
    );
  }

  async #end(
    viewer: Viewer,
    act: string,
    input: { readonly idempotencyKey?: string | null | undefined },
    which: { only?: number; but?: number },
  ): Promise<{ sessions: SessionType[] }> {
    const { ids } = await perform(
      this.#parts,
      viewer,
      { act, needs: 'account.write', input },
      async query => {
        const ids = await this.#sessions.end(query, Number(viewer.id), which);
        if (which.only && ids.length === 0) throw DomainError.notFound();
        const object = which.only ? `Session:${which.only}` : `Person:${viewer.id}`;
        return { answer: { ids }, event: { object, detail: { sessionsEnded: ids.length } } };
      },
    );
    return { sessions: await this.#shown(viewer, ids) };
  }

  #shown(viewer: Viewer, ids: readonly number[]): Promise<SessionType[]> {
    const work = (query: Query) =>
      query<SessionType>(`${session} where person_id = $1 and id = any ($3) order by id desc`, [
        viewer.id,
        viewer.session,
        ids,
      ]);
    return this.#parts.database.transaction(systemScope(viewer.scope.actor), work);
  }
}
