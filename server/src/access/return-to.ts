/** Where to go after signing in: a page of the hub, as the browser will read it; anything else is the first page. */
export function returnTo(text: unknown): string {
  if (typeof text !== 'string' || text.length > 2_000 || !/^\/[^/\\]/.test(text)) return '/';
  const own = 'http://own.invalid';
  const url = URL.parse(text, own);
  if (!url || url.origin !== own || /^\/(api|graphql)\b/i.test(url.pathname)) return '/';
  const path = url.pathname + url.search + url.hash;
  return /^\/(?![/\\]|%2f|%5c)/i.test(path) ? path : '/';
}
