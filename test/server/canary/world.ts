import type { RunningHub } from '../hub.ts';
import type { Known } from './argument-values.ts';
import { canaries, strayName } from './canaries.ts';
import { ours, theirs } from './rows.ts';

const { idNumber, phone } = canaries;

/** What there is to ask for, read past all walls. */
export async function known(hub: RunningHub): Promise<Known> {
  const ids = async (type: string, table: string, most = 4): Promise<[string, string[]]> => {
    const rows = await hub.owner<{ id: string }>(`select id::text from ${table} order by id limit ${most}`);
    return [type, rows.map(({ id }) => (type === 'Import' ? id : `${type}:${id}`))];
  };
  const found = await Promise.all([
    ids('Enterprise', 'enterprise'), ids('Union', 'union_organisation'), ids('Contract', 'contract'), ids('Filing', 'filing'),
    ids('Signing', 'signing'), ids('Dispute', 'dispute', 6), ids('Certification', 'certification'), ids('Inspection', 'inspection'),
    ids('Import', 'import_file', 30), ids('Person', 'person', 3), ids('RoleAssignment', 'role_assignment', 2), ids('AccessToken', 'access_token', 2),
  ]); // prettier-ignore
  const nodes = found.flatMap(([, some]) => some.slice(0, 1));
  const texts = {
    id: nodes, uscc: [ours.uscc, theirs.uscc],
    caseNo: ['柳东调〔2026〕1号', '柳东调〔2026〕3号', '虚构监察1', '虚构监察2'],
    text: ['虚构', '测试·金丝雀', '4502'],
    key: ['dispute.open', 'contract.verified', 'harmony.index'],
    keys: ['denominator', 'certificationTerm', 'dispute.open'], town: ['LUORONG', 'LUOBU'], code: ['LUORONG', 'C', '04'],
    reason: ['核对有误', strayName, `${idNumber}`, `电话 ${phone}`], header: ['经办人备注', '电话号码', strayName, idNumber], column: ['phone', 'contact', 'legalRepresentative'], after: ['x'], before: ['x'],
    name: ['未入名录虚构五金厂', strayName, idNumber, phone], scope: ['DISTRICT', 'LUORONG'], metric: ['contract.signing'], purpose: ['对账', strayName, idNumber, phone],
    username: ['canary', phone, `u${idNumber}`], subject: ['s', idNumber, strayName], idempotencyKey: ['k', idNumber, strayName, phone],
  }; // prettier-ignore
  return { ids: Object.fromEntries(found), texts };
}
