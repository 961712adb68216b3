import type { Message } from '../kernel/errors.ts';

/** The hub cannot start or carry out a command: one line in both languages, exit status 1, no stack. */
export class Refusal extends Error {
  readonly text: Message;

  constructor(text: Message, options?: ErrorOptions) {
    super(text.en, options);
    this.name = 'Refusal';
    this.text = text;
  }

  /** The one line that is printed. */
  get line(): string {
    return `${this.text.zh} / ${this.text.en}`;
  }
}

/** A refusal that names the setting at fault. */
export const settingRefusal = (name: string, zh: string, en: string): Refusal =>
  new Refusal({ zh: `${name}：${zh}`, en: `${name}: ${en}` });
