import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { DomainError } from '../../kernel/errors.ts';

/** Serves the dashboard: hashed assets for a year, the page itself fresh, and the page for every address it routes. */
export async function registerDashboard(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) =>
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  const page = join(folder, 'index.html');
  const sendPage = (reply: FastifyReply): FastifyReply =>
    existsSync(page)
      ? reply.sendFile('index.html')
      : reply.code(503).type('text/plain; charset=utf-8').send('The dashboard is not built yet.\n');
  app.get('/', (_request, reply) => sendPage(reply));
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    const own = /^\/(api|graphql|assets)(\/|$|\?)/.test(request.url);
    if (!wantsPage || own) throw DomainError.notFound();
    return sendPage(reply);
  });
}
