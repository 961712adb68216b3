import { archives } from './hostile-archives.ts';
import type { HostileFile } from './hostile-file.ts';
import { oldWorkbooks } from './hostile-old-workbooks.ts';
import { openDocuments } from './hostile-open-documents.ts';
import { texts } from './hostile-texts.ts';
import { workbooks } from './hostile-workbooks.ts';

/** The corpus written by hand: each file is an attack that some spreadsheet reader has fallen to. */
export const hostileCorpus: readonly HostileFile[] = [
  ...texts,
  ...archives,
  ...workbooks,
  ...openDocuments,
  ...oldWorkbooks,
];
