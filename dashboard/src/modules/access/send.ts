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
