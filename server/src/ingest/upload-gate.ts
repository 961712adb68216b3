import { statfs } from 'node:fs/promises';
import { DomainError } from '../kernel/errors.ts';

/** How many uploads may wait at once, from their first byte to the end of their import, and what must stay free. */
export interface WaitingLimits {
  readonly perPerson: number;
  readonly inAll: number;
  /** Bytes of the disk that no upload may take. */
  readonly freeBytes: number;
}

/** A department sends its forms in one go, twice over; beyond that somebody's program has run wild. */
export const waitingLimits: WaitingLimits = { perPerson: 20, inAll: 60, freeBytes: 500 * 1024 * 1024 };

/** Seconds after which trying again is worth while: an import takes less as a rule. */
const [soon, later] = [30, 300];

/** What is known of an upload before its body is read. */
export interface Announced {
  readonly actor: string;
  /** As the request says, or the most it may be where it says nothing. */
  readonly bytes: number;
  /** Where it will be kept while it waits. */
  readonly folder: string;
}

/** An upload that was let in. */
export interface LetIn {
  /** All of it has arrived: what it takes is taken. */
  readonly arrived: () => void;
  /** It is over and its file is gone. */
  readonly leave: () => void;
}

/** Lets uploads in as long as there is room: each holds a file on the disk and a place in the queue of imports. */
export class UploadGate {
  readonly #limits: WaitingLimits;
  readonly #waiting = new Map<string, number>();
  #all = 0;
  /** Bytes promised to uploads that are still coming in. */
  #promised = 0;

  constructor(limits: WaitingLimits = waitingLimits) {
    this.#limits = limits;
  }

  async enter({ actor, bytes, folder }: Announced): Promise<LetIn> {
    const own = this.#waiting.get(actor) ?? 0;
    if (own >= this.#limits.perPerson) throw tooManyOfOne(own);
    if (this.#all >= this.#limits.inAll) throw tooManyInAll();
    // Counted before the disk is asked, so that a hundred at once are not all let in.
    this.#waiting.set(actor, own + 1);
    this.#all++;
    this.#promised += bytes;
    const arrived = onceOnly(() => (this.#promised -= bytes));
    const leave = onceOnly(() => {
      arrived();
      this.#all--;
      const left = (this.#waiting.get(actor) ?? 1) - 1;
      if (left > 0) this.#waiting.set(actor, left);
      else this.#waiting.delete(actor);
    });
    try {
      const { bavail, bsize } = await statfs(folder);
      if (bavail * bsize - this.#promised < this.#limits.freeBytes) throw diskFull();
    } catch (error) {
      leave();
      throw error;
    }
    return { arrived, leave };
  }
}

function onceOnly(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}

const tooManyOfOne = (waiting: number): DomainError =>
  new DomainError(
    'RATE_LIMITED',
    {
      zh: `您已有 ${waiting} 个文件在等待导入，请等它们完成后再上传。`,
      en: `${waiting} files of yours are waiting to be imported; send more when they are done.`,
    },
    undefined,
    { retryAfter: soon },
  );
const tooManyInAll = (): DomainError =>
  new DomainError(
    'RATE_LIMITED',
    {
      zh: '等待导入的文件太多，请稍后再上传。',
      en: 'Too many files are waiting to be imported; try again later.',
    },
    undefined,
    { retryAfter: soon },
  );
const diskFull = (): DomainError =>
  new DomainError(
    'UNAVAILABLE',
    {
      zh: '服务器磁盘空间不足，暂时不能接收文件，请联系管理员。',
      en: 'The disk of the hub is nearly full and no file can be taken in for now; please tell the administrator.',
    },
    undefined,
    { retryAfter: later },
  );
