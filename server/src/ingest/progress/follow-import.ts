import { setTimeout } from 'node:timers/promises';
import type { Viewer } from '../../access/viewer.ts';
import type { ImportStatus } from '../import-files.ts';
import type { ImportList } from '../import-list.ts';
import type { ImportProgressEventType } from './import-events.type.ts';

const beat = 1_000;
const running: readonly ImportStatus[] = ['RECEIVED', 'RUNNING'];

/** Tells of an import what the viewer may read of it, once a second where it has moved, until it is over. */
export async function* followImport(
  imports: ImportList,
  viewer: Viewer,
  id: string,
  signal: AbortSignal,
): AsyncGenerator<ImportProgressEventType, void, undefined> {
  let told = '';
  for (;;) {
    const found = await imports.one(viewer, id);
    const { status, progress } = found;
    const says = JSON.stringify([status, progress]);
    if (says !== told) yield { id, status, progress, import: found };
    told = says;
    if (!running.includes(status)) return;
    await setTimeout(beat, undefined, { signal });
  }
}
