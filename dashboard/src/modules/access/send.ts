import { ref } from 'vue';
import { useI18n } from 'vue-i18n';

/** A form at the door: sends it once, says what is in the way, and goes on where it leads. */
export function useDoor(path: string, refused: string) {
  const { t, locale } = useI18n();
  const problem = ref('');
  const busy = ref(false);
  async function knock(body: object, next: string): Promise<void> {
    busy.value = true;
    const answer = await send(path, body, locale.value);
    // It stays busy until the next page is there: a second press would only knock again.
    if (answer.ok) return window.location.assign(next);
    busy.value = false;
    problem.value = answer.status === 0 ? t('access.network') : (answer.message ?? t(refused));
  }
  return { problem, busy, knock };
}

/** Sends a form of the sign-in door as JSON; tells apart "refused" (with the hub's words) and "no connection". */
export async function send(
  path: string,
  body: object,
  language: string,
): Promise<{ ok: boolean; status: number; message?: string }> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify(body),
    });
    if (answer.ok) return { ok: true, status: answer.status };
    const told: unknown = await answer.json().catch(() => undefined);
    const message = told as { error?: { message?: unknown }; message?: unknown } | undefined;
    const words = message?.error?.message ?? message?.message;
    return { ok: false, status: answer.status, ...(typeof words === 'string' ? { message: words } : {}) };
  } catch {
    return { ok: false, status: 0 };
  }
}

/** Where to go after signing in: only a path of this site. */
export const safeNext = (next: unknown): string =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/';
