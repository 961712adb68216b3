import type { Action } from '../access/policy.ts';
import type { ErrorCode, Message } from '../kernel/errors.ts';

/** What a code means in general; the message of an error says what it means this time. */
export const errorTexts = {
  UNAUTHENTICATED: { zh: '未登录，或登录已失效。', en: 'Not signed in, or the session or token is no longer valid.' },
  FORBIDDEN: { zh: '该角色没有此项权限。', en: 'The role does not permit this operation or field.' },
  NOT_FOUND: { zh: '没有该记录，或不在可见范围内。', en: 'No such record, or it is out of scope.' },
  BAD_USER_INPUT: { zh: '输入有误，见 extensions.fields。', en: 'The input is wrong; see extensions.fields.' },
  CONFLICT: { zh: '记录已被他人更改，请刷新后重试。', en: 'The record has changed meanwhile; load it again.' },
  INVALID_TRANSITION: { zh: '当前状态下不能进行此操作。', en: 'The present state does not allow this act.' },
  DEADLINE_PASSED: { zh: '已超过规定期限。', en: 'The time limit has passed.' },
  RATE_LIMITED: { zh: '请求过于频繁，请稍后再试。', en: 'Too many requests; try again later.' },
  QUERY_TOO_COMPLEX: { zh: '查询过于复杂，请拆分。', en: 'The query asks for too much at once; split it.' },
  UNAVAILABLE: { zh: '服务暂不可用，请稍后再试。', en: 'The service is not available at the moment.' },
  INTERNAL: { zh: '系统内部错误，请提供 extensions.incident 编号。', en: 'A fault of the hub; quote extensions.incident.' },
} as const satisfies Record<ErrorCode, Message>; // prettier-ignore

/** Apollo's own codes for requests that are not executed. */
export const requestErrorTexts = {
  GRAPHQL_PARSE_FAILED: { zh: '查询语句有语法错误。', en: 'The document is not GraphQL.' },
  GRAPHQL_VALIDATION_FAILED: { zh: '查询与接口约定不符。', en: 'The document does not fit the schema.' },
  OPERATION_RESOLUTION_FAILURE: { zh: '没有指明要执行的操作。', en: 'It is not clear which operation to run.' },
  BAD_REQUEST: { zh: '请求格式有误。', en: 'The request is not GraphQL over HTTP.' },
  PERSISTED_QUERY_NOT_FOUND: { zh: '没有登记该查询。', en: 'No query is registered under this hash.' },
} as const satisfies Record<string, Message>; // prettier-ignore

/** What a grant permits, as people are told. */
export const actionTexts = {
  'metric.read': { zh: '查看指标', en: 'Read figures' },
  'source.read': { zh: '查看数据来源', en: 'See what the departments have delivered' },
  'enterprise.read': { zh: '查看用人单位', en: 'Read employers' },
  'union.read': { zh: '查看工会', en: 'Read unions' },
  'certification.read': { zh: '查看认定', en: 'Read certifications' },
  'dispute.read': { zh: '查看劳动争议', en: 'Read disputes' },
  'contract.read': { zh: '查看劳动合同', en: 'Read labour contracts' },
  'filing.read': { zh: '查看用工备案', en: 'Read labour-use filings' },
  'signing.read': { zh: '查看签署记录', en: 'Read e-signing records' },
  'inspection.read': { zh: '查看劳动保障监察', en: 'Read inspections' },
  'quality.read': { zh: '查看数据质量问题', en: 'See where libraries disagree' },
  'node.read': { zh: '按编号取对象与搜索', en: 'Ask for rows by id and search' },
  'personal.masked': { zh: '查看脱敏的个人信息', en: 'See personal values in their masked form' },
  'import.read': { zh: '查看导入记录', en: 'Read imports and their reports' },
  'import.write': { zh: '导入报表', en: 'Send in workbooks' },
  'import.withdraw': { zh: '撤回导入', en: 'Withdraw imports' },
  'record.void': { zh: '作废记录', en: 'Void single records' },
  'match.write': { zh: '匹配企业名称', en: 'Match names with employers' },
  'setting.read': { zh: '查看设置', en: 'Read settings' },
  'setting.write': { zh: '更改设置', en: 'Change settings' },
  'personal.reveal': { zh: '查看单项个人信息原文', en: 'See one personal value in plain' },
  'personal.answer': { zh: '答复个人信息查阅请求', en: 'Answer what is held of a person' },
  'list.export': { zh: '导出列表', en: 'Export lists' },
  'view.read': { zh: '查看保存的视图', en: 'See saved views' },
  'view.write': { zh: '保存视图', en: 'Save views' },
  'person.read': { zh: '查看账号', en: 'Read accounts' },
  'person.write': { zh: '管理账号', en: 'Manage accounts' },
  'role.read': { zh: '查看角色与任期', en: 'Read roles and terms' },
  'role.write': { zh: '授予与移交角色', en: 'Grant and hand over roles' },
  'token.read': { zh: '查看令牌', en: 'Read tokens' },
  'token.write': { zh: '签发与吊销令牌', en: 'Issue and revoke tokens' },
  'wall.read': { zh: '查看大屏链接', en: 'Read the links of walls' },
  'wall.write': { zh: '生成大屏链接', en: 'Make links for walls' },
  'wall.revoke': { zh: '吊销大屏链接', en: 'Revoke links of walls' },
  'policy.read': { zh: '查看授权总表', en: 'Read the table of grants' },
  'audit.read': { zh: '查看审计记录', en: 'Read the audit trail' },
  'audit.verify': { zh: '核验审计记录', en: 'Verify the audit trail' },
  'account.write': { zh: '管理本人账号', en: 'Manage one\'s own account' },
  'operation.read': { zh: '查看运行状况', en: 'Read the hub\'s own operating figures' },
} as const satisfies Record<Action, Message>; // prettier-ignore
