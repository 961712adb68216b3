import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Client, Submittable } from 'pg';

/** The part of the driver's connection that COPY needs. */
interface Wire {
  query(text: string): void;
  endCopyFrom(): void;
  readonly stream: NodeJS.WritableStream;
}

/** Runs COPY … TO STDOUT into a file. */
export function copyOut(client: Client, sql: string, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const out = createWriteStream(path);
    const copy = {
      submit: (wire: Wire) => wire.query(sql),
      handleCopyOutResponse: () => undefined,
      handleCopyData: (message: { chunk: Buffer }) => void out.write(Buffer.from(message.chunk)),
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => void out.end(resolve),
      handleError: reject,
    };
    client.query(copy as unknown as Submittable);
  });
}

/** Runs COPY … FROM STDIN out of a file. */
export function copyIn(client: Client, sql: string, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const send = async (wire: Wire): Promise<void> => {
      for await (const bytes of createReadStream(path, { highWaterMark: 262_144 }) as AsyncIterable<Buffer>) {
        const head = Buffer.alloc(5, 'd');
        head.writeInt32BE(bytes.length + 4, 1);
        if (!wire.stream.write(Buffer.concat([head, bytes]))) await once(wire.stream, 'drain');
      }
      wire.endCopyFrom();
    };
    const copy = {
      submit: (wire: Wire) => wire.query(sql),
      handleCopyInResponse: (wire: Wire) => void send(wire).catch(reject),
      handleCommandComplete: () => undefined,
      handleReadyForQuery: () => resolve(),
      handleError: reject,
    };
    client.query(copy as unknown as Submittable);
  });
}
