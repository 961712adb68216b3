/**
 * Keeps the page of a wall and the files that it is made of, so that a screen that is switched on while the hub is down
 * shows its last values under their time instead of nothing. No answer of the hub goes through here: figures are kept by
 * the page itself (kept-answer.ts), and the key of the link stands behind the #, which no request carries.
 */
const shelf = 'hub.wall';
const page = '/wall';
/** How long a hub may take to hand out its page before the kept one is shown. */
const patience = 4_000;

/** The link is over: whatever is still under way is no longer kept. */
let isOver = false;
/** What the page says is done in its order, so that nothing is kept after the last word. */
let turn = Promise.resolve();

/** Files with their own digest in their names: what is kept under one is right for ever. */
const isPart = address => {
  const { origin, pathname } = new URL(address, self.location.href);
  return origin === self.location.origin && pathname.startsWith('/assets/');
};

/** The page of now; another one than before has other files, so those are thrown away first. */
async function freshPage() {
  const asked = { headers: { accept: 'text/html' }, signal: AbortSignal.timeout(patience) };
  const answer = await fetch(page, asked);
  if (!answer.ok || isOver) return answer;
  const kept = await (await caches.open(shelf)).match(page);
  if (kept && (await kept.text()) !== (await answer.clone().text())) await caches.delete(shelf);
  await (await caches.open(shelf)).put(page, answer.clone());
  return answer;
}

/** The page of now, or the kept one while the hub is away or has no page to give. */
async function pageOfNow() {
  const answer = await freshPage().catch(() => undefined);
  if (answer?.ok) return answer;
  const kept = await (await caches.open(shelf)).match(page);
  return kept ?? answer ?? Response.error();
}

async function part(request) {
  const known = await caches.match(request, { cacheName: shelf });
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok && !isOver) await (await caches.open(shelf)).put(request, answer.clone());
  return answer;
}

/** What the page had loaded before this worker was there. */
async function keep(addresses) {
  const kept = await caches.open(shelf);
  if (!(await kept.match(page))) await freshPage().catch(() => undefined);
  for (const address of addresses.filter(isPart))
    if (!(await kept.match(address))) await kept.add(address).catch(() => undefined);
}

/** What the page says: it begins, it has loaded these addresses, its link is over. */
async function told(word) {
  if (Array.isArray(word)) return isOver ? undefined : keep(word);
  isOver = word === 'FORGET';
  if (isOver) await caches.delete(shelf);
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('message', event => {
  turn = turn.then(() => told(event.data)).catch(() => undefined);
  event.waitUntil(turn);
});
self.addEventListener('fetch', event => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && new URL(request.url).pathname === page) event.respondWith(pageOfNow());
  else if (isPart(request.url)) event.respondWith(part(request));
});
