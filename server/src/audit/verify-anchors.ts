import type { Anchor, AnchorFile } from './anchor-file.ts';
import type { Faults } from './faults.ts';
import type { SealHead } from './seal.ts';

/** Tells whether a seal's hash bears the hub's signature. */
export type Genuine = (hash: Buffer, signature: Buffer) => boolean;

/** A seal that has stood for so long should be in the anchor file. */
const patience = 10 * 60_000;

/** Holds the lines of the anchor file against the seals, both in their order. */
export class Anchors {
  lines = 0;
  /** The first seal that the file knows; null where it knows none. */
  from: number | null = null;
  readonly #file: AnchorFile | null;
  readonly #faults: Faults;
  readonly #genuine: Genuine;
  #lines: AsyncIterator<Anchor | undefined> | undefined;
  /** The line that waits for its seal, and the one before it. */
  #next: Anchor | undefined;
  #last: Anchor | undefined;
  #odd = 0;

  constructor(file: AnchorFile | null, faults: Faults, genuine: Genuine) {
    [this.#file, this.#faults, this.#genuine] = [file, faults, genuine];
  }

  /** To be called before the first seal is read: what is anchored from then on is not looked for. */
  async begin(): Promise<void> {
    this.#lines = this.#file?.lines(await this.#file.size());
  }

  /** A seal of the chain goes by; one that is not the hub's own is the chain's to tell. */
  async seal(hash: string, head: SealHead, own: () => boolean): Promise<void> {
    for (; (this.#next ??= await this.#read()) && this.#next.seal <= head.id; this.#next = undefined) {
      if (this.#next.seal !== head.id || this.#next.hash === hash || !own()) continue;
      this.#faults.add(this.#ours(this.#next) ? 'ROLLED_BACK' : 'ANCHOR_FORGED', firstOf(head));
    }
  }

  /** At the end of the chain: what was anchored beyond it, and what should be there by now; of a copy nobody knows. */
  async end(head: SealHead | null, lastSeq: number, now: Date | null): Promise<void> {
    if (!this.#file) return;
    for (; (this.#next ??= await this.#read()); this.#next = undefined) {
      // Numbers given out are not taken back when rows are deleted; an older copy has an older count.
      const kind = lastSeq >= this.#next.lastSeq ? 'TAIL_REMOVED' : 'ROLLED_BACK';
      if (this.#ours(this.#next)) this.#faults.add(kind, (head?.lastSeq ?? 0) + 1);
      else this.#faults.add('ANCHOR_FORGED', null);
    }
    // One line may have been cut off by a crash while it was written.
    if (this.#odd > 1) this.#faults.add('ANCHOR_FORGED', null);
    if (!head || !now) return;
    const { seal: known, lastSeq: through } = this.#last ?? { seal: 0, lastSeq: 0 };
    if (head.anchored > known) this.#faults.add('ANCHOR_REMOVED', through + 1);
    else if (head.id > known && now.getTime() - head.at > patience)
      this.#faults.add('UNANCHORED', through + 1);
  }

  async #read(): Promise<Anchor | undefined> {
    for (;;) {
      const step = await this.#lines?.next();
      if (!step || step.done) return undefined;
      this.lines++;
      const line = step.value;
      if (!line) {
        this.#odd++;
        continue;
      }
      if (this.#last && line.after > this.#last.seal) {
        this.#faults.add('ANCHOR_REMOVED', this.#last.lastSeq + 1);
      }
      this.from ??= line.seal;
      return (this.#last = line);
    }
  }

  #ours({ hash, signature }: Anchor): boolean {
    return this.#genuine(Buffer.from(hash, 'base64url'), Buffer.from(signature, 'base64url'));
  }
}

/** The first entry that a seal can stand for: the one after those before it. */
const firstOf = (head: SealHead): number => Math.max(1, head.lastSeq - head.entries + 1);
