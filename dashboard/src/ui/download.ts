import { proveAgain } from './step-up.ts';

interface Refused {
  readonly message?: string;
  readonly step?: string;
}

/**
 * Takes a file of the hub and saves it; where it needs a second factor just proven, that is asked for first. Answers
 * with the hub's words where there is no file, null where it was saved or given up.
 */
export async function download(href: string, language: string): Promise<string | null> {
  const reply = await fetch(href, {
    credentials: 'same-origin',
    headers: { 'accept-language': language },
  }).catch(() => null);
  if (!reply) return '';
  if (reply.ok) {
    save(await reply.blob(), nameIn(reply.headers.get('content-disposition') ?? ''));
    return null;
  }
  const { message = '', step } = ((await reply.json().catch(() => null)) ?? {}) as Refused;
  if (step !== 'SECOND_FACTOR') return message;
  return (await proveAgain()) ? download(href, language) : null;
}

function save(file: Blob, name: string): void {
  const link = Object.assign(document.createElement('a'), {
    href: URL.createObjectURL(file),
    download: name,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The name that the hub gives the file. */
const nameIn = (disposition: string): string =>
  decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? '');
