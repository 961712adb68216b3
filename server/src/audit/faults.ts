import type { Message } from '../kernel/errors.ts';

/** What can be wrong with the trail, and how it is told. */
export const faultTexts = {
  CHANGED: { zh: '该条记录的内容被改动。', en: 'The text of this entry was changed.' },
  REORDERED: { zh: '该条记录的内容被换成另一条记录的内容。', en: 'This entry bears the text of another one: they were exchanged.' },
  REMOVED: { zh: '该条记录被删除。', en: 'This entry was removed.' },
  INSERTED: { zh: '该条记录不是由本系统写入的。', en: 'This entry was not written by the hub.' },
  UNSEALED: { zh: '该条记录早应封存而未封存。', en: 'This entry should have been sealed long ago.' },
  SEAL_FORGED: { zh: '自该条记录起，封存链被改动或伪造。', en: 'From this entry on the chain of seals was changed or forged.' },
  SEAL_REMOVED: { zh: '自该条记录起，有封存被删除。', en: 'From this entry on seals were removed.' },
  TAIL_REMOVED: { zh: '自该条记录起，末尾的记录及其封存被删除。', en: 'From this entry on the end of the trail was removed together with its seals.' },
  ROLLED_BACK: { zh: '自该条记录起，数据库被换成较早的副本。', en: 'From this entry on the database is an older copy than the one that was anchored.' },
  ANCHOR_REMOVED: { zh: '库外锚定文件缺失行：自该条记录起的封存曾经锚定。', en: 'Lines of the anchor file are missing: seals from this entry on had been anchored.' },
  ANCHOR_FORGED: { zh: '库外锚定文件中有一行不是由本系统写入的。', en: 'A line of the anchor file was not written by the hub.' },
  UNANCHORED: { zh: '自该条记录起的封存早应锚定到库外文件而未锚定。', en: 'Seals from this entry on should have been anchored long ago.' },
} as const satisfies Record<string, Message>; // prettier-ignore

export type FaultKind = keyof typeof faultTexts;
export const faultKinds = Object.keys(faultTexts) as FaultKind[];

/** Something that is wrong with the trail, and the entry it is seen at. */
export interface Fault {
  /** Null where no entry can be named: the fault is in the anchor file alone. */
  readonly seq: number | null;
  readonly kind: FaultKind;
}

const ofEntries = new Set<FaultKind>(['CHANGED', 'REORDERED', 'REMOVED', 'INSERTED', 'UNSEALED']);

/** The faults of a check: how many, and the one that stands first in the trail. */
export class Faults {
  count = 0;
  #first: Fault | null = null;

  get first(): Fault | null {
    return this.#first;
  }

  add(kind: FaultKind, seq: number | null): void {
    this.count++;
    const [place, first] = [seq ?? Infinity, this.#first?.seq ?? Infinity];
    // What became of the seals explains what is seen of the entry.
    const explains = place === first && ofEntries.has(this.#first?.kind ?? kind) && !ofEntries.has(kind);
    if (this.#first === null || place < first || explains) this.#first = { seq, kind };
  }
}
