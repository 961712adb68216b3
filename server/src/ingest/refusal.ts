import type { Message } from '../kernel/errors.ts';
import { refusalTexts, type RefusalCode } from './refusal-texts.ts';
import { fillText } from './fill-text.ts';

/** The file as a whole cannot be read; nothing of it is imported. Its words may be shown. */
export class IngestRefusal extends Error {
  readonly code: RefusalCode;
  readonly text: Message;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: RefusalCode, params: Readonly<Record<string, string | number>> = {}) {
    const text = fillText(refusalTexts[code], params);
    super(text.en);
    this.name = 'IngestRefusal';
    this.code = code;
    this.text = text;
    this.params = params;
  }
}
