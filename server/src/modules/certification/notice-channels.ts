import { fold } from '../../kernel/text.ts';

const online = ['网站', '网上', '线上', '公众号', '微信', 'APP'];
const offline = ['公告栏', '公示栏', '张贴', '报纸', '线下', '现场'];

/** What the channels of a public notice amount to; unknown words count as neither. */
export interface NoticeChannels {
  readonly online: boolean;
  readonly offline: boolean;
  readonly unknown: readonly string[];
}

/** Splits the channels and finds a known word in each. */
export function readChannels(text: string): NoticeChannels {
  const parts = text.split(/[、，,；;/／和及\n]/u).map(fold).filter(part => part !== ''); // prettier-ignore
  const holds = (words: readonly string[]) => (part: string): boolean => words.some(word => part.toUpperCase().includes(word)); // prettier-ignore
  return {
    online: parts.some(holds(online)),
    offline: parts.some(holds(offline)),
    unknown: parts.filter(part => !holds(online)(part) && !holds(offline)(part)),
  };
}
