import type { Day } from '../../kernel/days.ts';
import type { Message } from '../../kernel/errors.ts';
import type { Language } from '../../access/viewer.ts';
import type { CandidateFacts } from './candidate-needs.ts';
import { certificationNeeds, leastRepresentatives, type CertificationNeed } from './certification.codes.ts';

/** One thing that an employer lacks: what is known of it, what is needed, and from which day it may be there. */
export interface NeedTold {
  readonly condition: CertificationNeed;
  readonly name: string;
  readonly known: string | null;
  readonly needed: string;
  readonly date: Day | null;
}

interface Words {
  readonly known?: Message | null;
  readonly needed: Message;
  readonly date?: Day | null;
}

const plain = (zh: string, en: string): Message => ({ zh, en });

const application = ({ stage, validTo, revokedOn }: CandidateFacts): Message => {
  if (stage === 'REVOKED')
    return plain(`上次认定已于 ${revokedOn ?? ''} 撤销`, `The last title was revoked on ${revokedOn ?? ''}`);
  if (stage === 'EXPIRED')
    return plain(`上次认定有效期至 ${validTo ?? ''}`, `The last title was valid to ${validTo ?? ''}`);
  return plain('尚未申报', 'Has not applied');
};

const representation = ({ participants, representatives: there }: CandidateFacts): Words => {
  if (!participants)
    return { needed: plain('自评参加人数，其中代表不少于三分之二', 'participants, two thirds of them representatives') };
  const least = leastRepresentatives(participants);
  return {
    known: plain(`自评 ${participants} 人，代表 ${there} 人`, `${there} representatives of ${participants} participants`),
    needed: plain(`代表不少于 ${least} 人`, `at least ${least} representatives`),
  };
}; // prettier-ignore

const waiting = ({ stage, noticeTo, certifiedOn }: CandidateFacts): Words => {
  const to = noticeTo ?? '';
  const words =
    stage === 'CLAIMED'
      ? [
          plain(
            `认定日期 ${certifiedOn ?? ''} 早于公示结束日期 ${to}`,
            `titled on ${certifiedOn ?? ''}, before the notice ended on ${to}`,
          ),
          plain('公示期满之后的认定日期', 'a title after the end of the notice'),
        ]
      : [plain(`公示至 ${to}`, `on notice to ${to}`), plain('公示期满', 'the end of the notice')];
  return { known: words[0] ?? null, needed: words[1] as Message, date: noticeTo };
};

const channels = ({ channels: known }: CandidateFacts): Message | null =>
  known ? plain(`公示渠道：${known}`, `channels: ${known}`) : null;

const told: Readonly<Record<CertificationNeed, (facts: CandidateFacts) => Words>> = {
  APPLICATION: facts => ({ known: application(facts), needed: plain('提出申报', 'to apply') }),
  REPRESENTATION: representation,
  INTERNAL_NOTICE: () => ({ needed: plain('厂内公示及其日期', 'a notice inside the plant, with its day') }),
  PUBLIC_NOTICE: ({ noticeFrom }) => ({
    known: noticeFrom === null ? null : plain(`公示自 ${noticeFrom} 起，未填结束日期`, `on notice since ${noticeFrom}, no last day given`),
    needed: plain('公示及其起止日期', 'a public notice, with its first and last day'),
  }),
  NOTICE_BEFORE_TITLE: waiting,
  ONLINE_CHANNEL: facts => ({ known: channels(facts), needed: plain('网站、公众号等线上公示', 'a notice online') }),
  OFFLINE_CHANNEL: facts => ({ known: channels(facts), needed: plain('公告栏、现场等线下公示', 'a notice on a board or on site') }),
  OBJECTIONS: ({ objections }) => ({
    known: plain(`${objections ?? 0} 件异议`, `unsettled: ${objections ?? 0}`),
    needed: plain('异议全部了结', 'all objections settled'),
  }),
  TITLE: () => ({ needed: plain('领导小组作出认定', "the leading group's decision") }),
}; // prettier-ignore

/** What an employer lacks, in the reader's language; without an application under way nothing of the old one is told. */
export function needsTold(facts: CandidateFacts, language: Language): NeedTold[] {
  const fresh = facts.needs.includes('APPLICATION');
  return facts.needs.map(condition => {
    const words = told[condition](fresh && condition !== 'APPLICATION' ? nothing(facts) : facts);
    return {
      condition,
      name: certificationNeeds[condition][language],
      known: words.known?.[language] ?? null,
      needed: words.needed[language],
      date: words.date ?? null,
    };
  });
}

const nothing = (facts: CandidateFacts): CandidateFacts => ({
  ...facts,
  participants: null,
  representatives: 0,
  noticeFrom: null,
  noticeTo: null,
  channels: null,
  objections: null,
});
