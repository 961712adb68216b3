/** What came of a request beside GraphQL: its answer, or why not. `status` 0: no connection. */
export interface Sent<Answer> {
  readonly ok: boolean;
  readonly status: number;
  readonly answer?: Answer;
  readonly message?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** What has to be done first, such as SECOND_FACTOR. */
  readonly step?: string;
}

interface Refusal {
  readonly message?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly step?: string;
}

/** Sends JSON to a door of the hub beside GraphQL; a refusal comes back with the hub's words. */
export async function send<Answer = unknown>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  language: string,
  body?: object,
): Promise<Sent<Answer>> {
  try {
    const reply = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: { ...(body ? { 'content-type': 'application/json' } : {}), 'accept-language': language },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { ok, status } = reply;
    const told: unknown = await reply.json().catch(() => undefined);
    if (ok) return { ok, status, answer: told as Answer };
    const outer = told as (Refusal & { error?: Refusal }) | undefined;
    const { message, fields, step } = outer?.error ?? outer ?? {};
    return {
      ok,
      status,
      ...(typeof message === 'string' ? { message } : {}),
      ...(fields ? { fields } : {}),
      ...(step ? { step } : {}),
    };
  } catch {
    return { ok: false, status: 0 };
  }
}
