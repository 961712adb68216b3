import { ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { send, type Sent } from '../../ui/send.ts';

/** A form at the door: sends it, says what is in the way, or hands on what the hub answers. */
export function useDoor(refused: string) {
  const { t, locale } = useI18n();
  const problem = ref('');
  const busy = ref(false);
  async function knock<Answer>(path: string, body: object): Promise<Sent<Answer> | undefined> {
    busy.value = true;
    problem.value = '';
    const sent = await send<Answer>('POST', path, locale.value, body);
    // It stays busy until the next page is there: a second press would only knock again.
    if (sent.ok) return sent;
    busy.value = false;
    problem.value = sent.status === 0 ? t('access.network') : (sent.message ?? t(refused));
    return undefined;
  }
  return { problem, busy, knock };
}

/** Where to go after signing in: only a path of this site. */
export const safeNext = (next: unknown): string =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/';
