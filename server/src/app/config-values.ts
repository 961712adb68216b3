import { settingRefusal } from './refusal.ts';

/** Settings as the environment gives them. */
export type Settings = Readonly<Record<string, string | undefined>>;

/** A whole number within bounds; empty means the default. */
export function integerSetting(
  settings: Settings,
  name: string,
  standard: number,
  least: number,
  most: number,
): number {
  const text = settings[name]?.trim();
  if (!text) return standard;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw settingRefusal(
      name,
      `应为 ${least} 到 ${most} 的整数`,
      `must be a whole number from ${least} to ${most}`,
    );
  }
  return value;
}

/** on or off; empty means the default. */
export function booleanSetting(settings: Settings, name: string, standard: boolean): boolean {
  const text = settings[name]?.trim().toLowerCase();
  if (!text) return standard;
  if (['on', 'true', '1', 'yes'].includes(text)) return true;
  if (['off', 'false', '0', 'no'].includes(text)) return false;
  throw settingRefusal(name, '应为 on 或 off', 'must be on or off');
}

/** One word of a list; empty means the default. */
export function oneOf<Word extends string>(
  settings: Settings,
  name: string,
  words: readonly Word[],
  standard: Word,
): Word {
  const text = settings[name]?.trim().toLowerCase();
  if (!text) return standard;
  const word = words.find(one => one === text);
  if (!word)
    throw settingRefusal(name, `应为 ${words.join('、')} 之一`, `must be one of ${words.join(', ')}`);
  return word;
}

/** An address of one of the given kinds; its text is never repeated in the message, for it may hold a password. */
export function urlSetting(
  settings: Settings,
  name: string,
  protocols: readonly string[],
): string | undefined {
  const text = settings[name]?.trim();
  if (!text) return undefined;
  const url = URL.parse(text);
  if (!url || !protocols.includes(url.protocol)) {
    const kinds = protocols.map(one => `${one}//`).join(', ');
    throw settingRefusal(
      name,
      `应为 ${kinds} 开头的有效地址`,
      `must be a valid address beginning with ${kinds}`,
    );
  }
  return text;
}

/** Words parted by commas or spaces. */
export function listSetting(settings: Settings, name: string): string[] {
  return (settings[name] ?? '').split(/[\s,]+/).filter(Boolean);
}
