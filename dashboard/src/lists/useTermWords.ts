import type { TermFactsFragment } from '@hexie/schema/generated/documents.ts';
import { useI18n } from 'vue-i18n';
import { useFormat } from '../metrics/useFormat.ts';

/** A role held for a term. */
export type Term = TermFactsFragment;

/** The roles that are given to people of departments, the three officers last. */
export const officeRoles = [
  'LEADER', 'OFFICE', 'HRSS', 'UNION', 'INDUSTRY', 'TOWN', 'COURT', 'MEMBER', 'ADMIN', 'SECURITY', 'AUDITOR',
] as const; // prettier-ignore

/** Roles and terms in the reader's words. */
export function useTermWords() {
  const { t } = useI18n();
  const format = useFormat();
  /** A role with the town or the employer that it is for. */
  const roleWords = (of: Pick<Term, 'role' | 'town' | 'enterprise'> | null | undefined): string => {
    if (!of) return t('lists.term.noRole');
    const limit = of.town?.name ?? of.enterprise;
    return limit ? `${t(`app.role.${of.role}`)} · ${limit}` : t(`app.role.${of.role}`);
  };
  const spanWords = ({ startsOn, endsOn }: Pick<Term, 'startsOn' | 'endsOn'>): string => {
    if (!endsOn) return t('lists.term.open', { from: format.day(startsOn) });
    // A term that ended on its first day was over before the day was.
    if (endsOn < startsOn) return t('lists.term.sameDay', { from: format.day(startsOn) });
    return t('lists.term.span', { from: format.day(startsOn), to: format.day(endsOn) });
  };
  const stateTone = (state: Term['state']): string =>
    ({ HELD: 'met', PLANNED: 'near', ENDED: 'muted', WITHDRAWN: 'muted' })[state];
  const stateWords = (state: Term['state']): string => t(`lists.term.state.${state}`);
  /** Who gave or ended it: a person's name, or the hub itself. */
  const byWords = (by: string | null | undefined): string =>
    by === 'hub' || by === 'cli' ? t(`lists.term.by.${by}`) : (by ?? '—');
  const said = (
    by: string | null | undefined,
    at: string | null | undefined,
    reason: string | null | undefined,
  ): string =>
    [`${byWords(by)} · ${format.moment(at)}`, reason && t('lists.term.reason', { reason })]
      .filter(Boolean)
      .join(' · ');
  function endedWords(term: Term): string {
    if (!term.endedAt) return '—';
    const to = term.handedOverTo && t('lists.term.successor', { name: term.handedOverTo.person.name });
    return [to, said(term.endedBy, term.endedAt, term.endReason)].filter(Boolean).join(' · ');
  }
  /** What a table of terms says in one of its columns; nothing in one that is not of the term. */
  function cellWords(term: Term, column: string): string {
    switch (column) {
      case 'role': return roleWords(term);
      case 'span': return spanWords(term);
      case 'state': return stateWords(term.state);
      case 'given': return said(term.assignedBy, term.assignedAt, term.reason);
      case 'ended': return endedWords(term);
      default: return '';
    } // prettier-ignore
  }
  return { cellWords, roleWords, spanWords, stateTone };
}
