import type { AuditTrailQuery } from '@hexie/schema/generated/documents.ts';
import { errors, words } from '@hexie/schema/codes.json';
import { useI18n } from 'vue-i18n';
import { useFormat } from '../../metrics/useFormat.ts';
import { useViewer } from '../../metrics/viewer.ts';

/** An entry of the trail as the page reads it. */
export type Entry = AuditTrailQuery['auditTrail']['nodes'][number];

type Said = Readonly<Record<'zh' | 'en', string>>;
const said = (list: unknown, key: string): Said | undefined => (list as Readonly<Record<string, Said>>)[key];

/** Entries of the trail in the reader's words; what has none is shown as it is. */
export function useEntryWords() {
  const { t, te } = useI18n();
  const format = useFormat();
  const viewer = useViewer();
  const known = (key: string, otherwise: string): string => (te(key) ? t(key) : otherwise);

  const whoWords = ({ actor, name }: Entry): string => {
    if (['hub', 'cli', 'anonymous'].includes(actor)) return t(`audit.actor.${actor}`);
    return actor.startsWith('token:') ? `${t('audit.actor.token')} ${name}` : name;
  };
  /** `TOWN LUOBU` as a role and its town. */
  const officeWords = ({ onBehalfOf }: Entry): string => {
    const [role = '', limit] = (onBehalfOf ?? '').split(' ');
    if (!role) return '';
    const town = viewer.value.towns.find(one => one.code === limit)?.name ?? limit;
    return [known(`app.role.${role}`, role), town].filter(Boolean).join(' · ');
  };
  const objectWords = (object: string | null | undefined): string => {
    if (!object) return '—';
    const [kind = '', ...id] = object.split(':');
    const name = known(`audit.kind.${kind}`, kind);
    return id.length ? t('audit.object', { kind: name, id: id.join(':') }) : name;
  };
  const purposeWords = (purpose: string | null | undefined): string =>
    said(words.RevealPurpose, purpose ?? '')?.[format.language.value] ?? purpose ?? '';
  const codeWords = (code: string): string => said(errors, code)?.[format.language.value] ?? code;
  function detailWords({ name, value }: Entry['detail'][number]): { name: string; value: string } {
    const text = value ?? '—';
    const told =
      name === 'role' ? known(`app.role.${text}`, text)
      : name === 'purpose' ? purposeWords(text)
      : name === 'field' ? (said(words.PersonalField, text)?.[format.language.value] ?? text)
      : name === 'town' ? (viewer.value.towns.find(one => one.code === text)?.name ?? text)
      : name === 'with' ? known(`audit.with.${text}`, text)
      : text; // prettier-ignore
    return { name: known(`audit.detail.${name}`, name), value: told };
  }
  const outcomeTone = (outcome: Entry['outcome']): string =>
    ({ DONE: '', REFUSED: 'near', FAILED: 'missed' })[outcome];
  return { whoWords, officeWords, objectWords, purposeWords, codeWords, detailWords, outcomeTone };
}
