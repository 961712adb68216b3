import type { Readable } from 'node:stream';
import type { Viewer } from '../access/viewer.ts';
import { DomainError } from '../kernel/errors.ts';

/** Files of one caller at a time, and of all. */
const ofOne = 2;
const ofAll = 6;
/** How often a running export asks whether its reader still may: with the second a viewer is believed for, within two. */
const askEvery = 400;

/** Holds the exports under way: few at a time, and each ends when whoever takes it may no longer. */
export class RunningExports {
  readonly #running = new Map<string, number>();

  /** Takes a place, or refuses; gives back what frees it. */
  enter(actor: string): () => void {
    const own = this.#running.get(actor) ?? 0;
    const all = [...this.#running.values()].reduce((sum, one) => sum + one, 0);
    if (own >= ofOne || all >= ofAll) throw busy();
    this.#running.set(actor, own + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const now = (this.#running.get(actor) ?? 1) - 1;
      if (now) this.#running.set(actor, now);
      else this.#running.delete(actor);
    };
  }

  /** Breaks the file off as soon as its reader is signed out, revoked, or sees other rows than when it began. */
  watch(file: Readable, viewer: Viewer, again: () => Promise<Viewer>): void {
    const began = sightOf(viewer);
    const end = (): void => void file.destroy(new Error('the reader of the export may no longer'));
    const timer = setInterval(() => {
      again().then(now => sightOf(now) === began || end(), end);
    }, askEvery);
    timer.unref();
    file.once('close', () => clearInterval(timer));
  }
}

/** All of a viewer that decides what they see. */
const sightOf = ({ kind, id, role, town, scope, next = null }: Viewer): string =>
  JSON.stringify([kind, id, role, town, scope, next]);

const busy = (): DomainError =>
  new DomainError(
    'RATE_LIMITED',
    { zh: '正在导出的文件较多，请稍后再试。', en: 'Several exports are under way; try again shortly.' },
    undefined,
    { retryAfter: 30 },
  );
