import { DomainError } from '../kernel/errors.ts';

/** What a cross-site check reads of a request. */
export interface RequestHead {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);
const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/**
 * Refuses a state-changing request that another site could have made the browser send. Bearer tokens are exempt: no
 * browser adds them by itself. A request that a plain form could make must prove where it comes from by `Origin`,
 * `Sec-Fetch-Site` or the header `X-Hub-CSRF`.
 */
export function demandSameOrigin({ method, headers }: RequestHead, publicUrl: string): void {
  const header = (name: string): string | undefined => [headers[name]].flat()[0];
  if (reading.has(method) || /^bearer /i.test(header('authorization') ?? '')) return;
  const [site, origin] = [header('sec-fetch-site'), header('origin')];
  if (site && site !== 'same-origin' && site !== 'none') throw crossSite();
  if (origin !== undefined && !isOwn(origin, header('host'), publicUrl)) throw crossSite();
  const type = header('content-type') ?? '';
  const ambient = header('cookie') !== undefined || header('authorization') !== undefined;
  const proof = site ?? origin ?? header('x-hub-csrf');
  if (ambient && formTypes.test(type) && !proof) throw crossSite();
}

function isOwn(origin: string, host: string | undefined, publicUrl: string): boolean {
  const url = URL.parse(origin);
  return url !== null && (url.host === host || url.origin === URL.parse(publicUrl)?.origin);
}

const crossSite = (): DomainError =>
  new DomainError('FORBIDDEN', {
    zh: '请求来自其他网站，已拒绝。',
    en: 'The request comes from another site and was refused.',
  });
