import { tmpdir } from 'node:os';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { demand } from '../access/policy.ts';
import type { Viewer } from '../access/viewer.ts';
import { DomainError, errorCodes, type ErrorCode } from '../kernel/errors.ts';
import type { FileOutcome } from './import-outcome.ts';
import type { IngestService, StartedImport } from './ingest.service.ts';
import { receive } from './receive-upload.ts';
import { UploadGate, type WaitingLimits } from './upload-gate.ts';

/** What the import routes are served with. */
export interface ImportRouteDeps {
  readonly ingest: IngestService;
  readonly viewerOf: (request: FastifyRequest) => Promise<Viewer>;
  /** The largest upload that is taken in; the reader has closer caps for each kind of file. */
  readonly maxBytes?: number;
  /** How many uploads may wait; the usual number if nothing is said. */
  readonly waiting?: WaitingLimits;
}

/** A parameter given twice is a list. */
interface UploadQuery {
  readonly dryRun?: string | string[];
  readonly wait?: string | string[];
}

const largest = 512 * 1024 * 1024;

/** `POST /api/imports`: one file as multipart `file`; the caller has registered the cross-site check before. */
export async function registerImportRoutes(app: FastifyInstance, deps: ImportRouteDeps): Promise<void> {
  const { ingest, viewerOf, maxBytes = largest } = deps;
  const gate = new UploadGate(deps.waiting);
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: maxBytes, files: 1, fields: 4, fieldSize: 1_000, parts: 6, headerPairs: 50 },
  });

  app.post<{ Querystring: UploadQuery }>('/api/imports', async (request, reply) => {
    // Judged before a byte of the body is read.
    const viewer = await viewerOf(request);
    demand(viewer, 'import.write');
    const dryRun = flag('dryRun', request.query.dryRun);
    const wait = flag('wait', request.query.wait);
    if (!request.isMultipart()) throw new Unsupported();
    const bytes = Math.min(Number(request.headers['content-length'] ?? maxBytes), maxBytes);
    const place = await gate.enter({ actor: viewer.scope.actor, bytes, folder: tmpdir() });
    const started = await begin(viewer, request, dryRun).catch((error: unknown) => {
      place.leave();
      throw error;
    });
    place.arrived();
    const done = started.done.finally(place.leave);
    if (wait) return answer(reply, await done);
    done.catch((err: unknown) => request.log.error({ importId: started.id, err }, 'import failed'));
    return reply.code(202).send({ id: started.id });
  });

  /** Takes the file in and enters it; it is removed when its import is over, or never began. */
  async function begin(viewer: Viewer, request: FastifyRequest, dryRun: boolean): Promise<StartedImport> {
    const upload = await receive(request, maxBytes);
    const file = { path: upload.path, fileName: upload.fileName, origin: 'UPLOAD' };
    try {
      const { id, done } = await ingest.start(viewer, file, { dryRun });
      return { id, done: done.finally(upload.remove) };
    } catch (error) {
      await upload.remove();
      throw error;
    }
  }
}

/** Yes or no, and no when nothing is said; any other word is refused: a preview misspelt must not change data. */
function flag(name: keyof UploadQuery, given: string | string[] | undefined): boolean {
  if (given === undefined || given === 'false') return false;
  if (given === 'true') return true;
  throw DomainError.badInput(name, {
    zh: `${name} 应为 true 或 false。`,
    en: `${name} must be true or false.`,
  });
}

/** Reports of what was imported; a refused file says why, in both languages like the reports. */
function answer(reply: FastifyReply, outcome: FileOutcome): FastifyReply {
  const { refusal } = outcome;
  if (!refusal) return reply.code(200).send(outcome.reports);
  const status = refusal.code in errorCodes ? errorCodes[refusal.code as ErrorCode] : 422;
  const { code, message, missingColumns } = refusal;
  return reply.code(status).send({ error: { code, message, missingColumns, id: outcome.id } });
}

/** Answered by the error handler as 415. */
class Unsupported extends Error {
  readonly statusCode = 415;
}
