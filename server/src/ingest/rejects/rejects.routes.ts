import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Viewer } from '../../access/viewer.ts';
import { DomainError } from '../../kernel/errors.ts';
import { attachment } from '../templates/form.routes.ts';
import type { RejectsService } from './rejects.service.ts';

/** What the route of rejects is served with. */
export interface RejectsRouteDeps {
  readonly rejects: RejectsService;
  readonly viewerOf: (request: FastifyRequest) => Promise<Viewer>;
}

/** `GET /api/imports/:id/rejects.xlsx`: what was rejected, to be mended and sent again; `?part=2` for what follows. */
export function registerRejectsRoutes(app: FastifyInstance, { rejects, viewerOf }: RejectsRouteDeps): void {
  app.get<{ Params: { id: string }; Querystring: { part?: string | string[] } }>(
    '/api/imports/:id/rejects.xlsx',
    async (request, reply) => {
      const viewer = await viewerOf(request);
      const { fileName, bytes } = await rejects.workbook(
        viewer,
        request.params.id,
        partOf(request.query.part),
      );
      return attachment(reply, fileName).send(bytes);
    },
  );
}

function partOf(given: string | string[] | undefined): number {
  if (given === undefined) return 1;
  if (typeof given === 'string' && /^[1-9]\d{0,3}$/.test(given)) return Number(given);
  throw DomainError.badInput('part', {
    zh: 'part 应为从 1 起的整数。',
    en: 'part must be a whole number from 1.',
  });
}
