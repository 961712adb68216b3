import { DomainError, type Message } from '../kernel/errors.ts';
import { demandNoNumbers } from '../kernel/personal-numbers.ts';

/** The pages that can be kept as a view: those that show figures and records, not those where something is done. */
export const viewPages: readonly RegExp[] = [
  /^\/$/,
  /^\/(certification|certifications|dispute|disputes|union|unions)$/,
  /^\/(contract|contracts|filings|signings|inspection|inspections)$/,
  /^\/(data|imports|quality|explore|map|enterprises|figures)$/,
  /^\/enterprises\/[0-9A-Z]{18}$/,
  /^\/figures\/[a-z]+\.[a-zA-Z]+(\/rows)?$/,
];

/** What the address of such a page may say. */
export const viewParameters: readonly string[] = [
  // Whose figures, when, against what, as known when.
  'town', 'industry', 'size', 'at', 'from', 'to', 'compare', 'known', 'vs',
  // Which figure and how it is shown.
  'figure', 'by', 'grain', 'as', 'coverage', 'inside', 'measure', 'group', 'trail', 'then', 'on', 'ends',
  // A part of a figure.
  'registration', 'cause', 'channel', 'outcome', 'subject', 'source', 'stage', 'grade', 'duration', 'age',
  'confirmation', 'performance', 'freshness',
  // A list: narrowed, put in order.
  'q', 'employer', 'since', 'sort', 'dir', 'kind', 'form', 'party', 'progress', 'correction', 'status', 'congress',
  'verification', 'enterprise', 'inForce', 'state',
  'agreement', 'department',
]; // prettier-ignore

const longestPath = 1000;
const longestValue = 200;

/**
 * The address a view keeps, in one spelling: a page of this dashboard with parameters it knows. Another host, another
 * scheme, a fragment, or a parameter that no page reads, is refused.
 */
export function viewPath(given: string): string {
  const plain = /^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(given) && given.length <= longestPath;
  const url = plain && URL.canParse(given, base) ? new URL(given, base) : undefined;
  if (!url || url.origin !== base || url.hash || !viewPages.some(page => page.test(url.pathname)))
    throw wrong(noPage);
  for (const [name, value] of url.searchParams) {
    if (!viewParameters.includes(name)) throw wrong(unknownParameter(name));
    if (value.length > longestValue || /\p{Cc}/u.test(value)) throw wrong(tooLong(name));
    demandNoNumbers('path', value);
  }
  return `${url.pathname}${url.search}`;
}

/** A host that no address leads to: only what stands behind it is kept. */
const base = 'http://hub.invalid';

const wrong = (text: Message): DomainError => DomainError.badInput('path', text);
const noPage: Message = {
  zh: '这不是可以保存的页面地址。',
  en: 'This is no address of a page that can be saved.',
};
const unknownParameter = (name: string): Message => ({
  zh: `页面地址中有不认识的参数“${name.slice(0, 40)}”。`,
  en: `The address has a parameter that no page knows: "${name.slice(0, 40)}".`,
});
const tooLong = (name: string): Message => ({
  zh: `参数“${name}”应不超过 ${longestValue} 个字符。`,
  en: `The parameter "${name}" has at most ${longestValue} characters.`,
});
