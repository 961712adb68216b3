import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../kernel/errors.ts';

/** An upload that has arrived whole. */
export interface Upload {
  readonly path: string;
  readonly fileName: string;
  readonly remove: () => Promise<void>;
}

/** Streams the part named `file` to a file that only this process may read; its sender's name for it stays mere text. */
export async function receive(request: FastifyRequest, maxBytes: number): Promise<Upload> {
  const folder = await mkdtemp(join(tmpdir(), `hexie-upload-${process.pid}-`));
  const remove = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, randomUUID());
  try {
    let fileName: string | undefined;
    for await (const part of request.parts()) {
      if (part.type !== 'file') continue;
      if (part.fieldname !== 'file' || fileName !== undefined) {
        part.file.resume();
        throw DomainError.badInput('file', oneFile);
      }
      await pipeline(part.file, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
      if (part.file.truncated) throw new TooLarge(maxBytes);
      fileName = plainName(part.filename);
    }
    if (fileName === undefined) throw DomainError.badInput('file', oneFile);
    return { path, fileName, remove };
  } catch (error) {
    await remove();
    throw refusalOf(error);
  }
}

/** The last part of whatever path was sent, without control characters, short enough to show. */
function plainName(given: string | undefined): string {
  const name = (given ?? '').split(/[/\\]/).at(-1) ?? '';
  return (
    name
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
      .slice(0, 200) || 'upload'
  );
}

const oneFile = {
  zh: '请以 multipart 表单的 file 字段上传一个文件。',
  en: 'Send one file as the multipart field "file".',
};

const brokenOff = {
  zh: '上传的内容不是完整的 multipart 表单：可能中途断开，或分隔符与声明不符。请重新上传。',
  en: 'The upload is not a whole multipart form: it broke off, or its boundary is not the one declared. Please send it again.',
};

/** What the reader of forms throws has no code where the form itself is broken, and one of these where it holds too much. */
function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (/^FST_(PARTS|FILES|FIELDS)_LIMIT$/.test(code)) return DomainError.badInput('file', oneFile);
  return error.constructor === Error && !code ? DomainError.badInput('file', brokenOff) : error;
}

/** Answered by the error handler as 413. */
class TooLarge extends Error {
  readonly statusCode = 413;
  constructor(limit: number) {
    super(`an upload of more than ${limit} bytes`);
  }
}
