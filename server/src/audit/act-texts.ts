import type { Message } from '../kernel/errors.ts';

/** What each act of the trail is called; an auditor reads words. A mutation that is missing here fails a test. */
export const actTexts = {
  // Imports, records, names
  importFile: { zh: '导入文件', en: 'Import a file' },
  previewImport: { zh: '预览导入', en: 'Preview an import' },
  cancelImport: { zh: '取消导入', en: 'Cancel an import' },
  withdrawImport: { zh: '撤回导入', en: 'Withdraw an import' },
  downloadRejects: { zh: '下载被拒绝的行', en: 'Download rejected rows' },
  voidRecord: { zh: '作废记录', en: 'Void a record' },
  restoreRecord: { zh: '撤销作废', en: 'Undo a void' },
  matchEmployerName: { zh: '匹配企业名称', en: 'Match an employer’s name' },
  undoMatch: { zh: '撤销匹配', en: 'Undo a match' },
  saveHeaderMapping: { zh: '保存自定列名', en: 'Save a column’s name' },
  deleteHeaderMapping: { zh: '删除自定列名', en: 'Delete a column’s name' },
  dropDemo: { zh: '删除演示数据', en: 'Drop the demo district' },
  migrate: { zh: '执行数据库迁移', en: 'Migrate the database' },
  // Settings
  setDenominator: { zh: '设置分母口径', en: 'Set the denominator' },
  setCertificationTerm: { zh: '设置认定有效年限', en: 'Set the term of certifications' },
  setTargets: { zh: '设置指标目标', en: 'Set targets' },
  // Signing in, one's own account
  signIn: { zh: '登录', en: 'Sign in' },
  signOut: { zh: '退出', en: 'Sign out' },
  changePassword: { zh: '修改密码', en: 'Change one’s password' },
  proveSecondFactor: { zh: '验证第二因素', en: 'Prove the second factor' },
  enrolSecondFactor: { zh: '登记第二因素', en: 'Enrol a second factor' },
  removeSecondFactor: { zh: '移除第二因素', en: 'Remove one’s second factor' },
  endSession: { zh: '结束一个会话', en: 'End a session' },
  endOtherSessions: { zh: '结束其他会话', en: 'End all other sessions' },
  setLanguage: { zh: '设置语言', en: 'Set one’s language' },
  // People, roles, tokens
  createPerson: { zh: '新建账号', en: 'Make an account' },
  resetPassword: { zh: '重置密码', en: 'Reset a password' },
  disablePerson: { zh: '停用账号', en: 'Disable an account' },
  enablePerson: { zh: '启用账号', en: 'Enable an account' },
  linkIdentity: { zh: '绑定统一身份', en: 'Link an identity' },
  unlinkIdentity: { zh: '解绑统一身份', en: 'Unlink an identity' },
  endPersonSessions: { zh: '结束某人的会话', en: 'End a person’s sessions' },
  resetSecondFactor: { zh: '重置第二因素', en: 'Reset a second factor' },
  assignRole: { zh: '授予角色', en: 'Give a role' },
  endRole: { zh: '终止角色', en: 'End a role' },
  handOverRole: { zh: '移交角色', en: 'Hand a role over' },
  createWallLink: { zh: '生成大屏链接', en: 'Make a wall link' },
  revokeWallLink: { zh: '吊销大屏链接', en: 'Revoke a wall link' },
  createAccessToken: { zh: '签发令牌', en: 'Issue a token' },
  rotateAccessToken: { zh: '轮换令牌', en: 'Rotate a token' },
  revokeAccessToken: { zh: '吊销令牌', en: 'Revoke a token' },
  // Personal values
  readPersonal: { zh: '查看脱敏的个人信息', en: 'See masked personal values' },
  revealPersonalField: { zh: '查看个人信息原文', en: 'See a personal value in plain' },
  answerSubjectRequest: { zh: '答复个人信息查阅', en: 'Tell a person what is held of them' },
  saveView: { zh: '保存视图', en: 'Save a view' },
  renameView: { zh: '更改视图', en: 'Rename a view' },
  deleteView: { zh: '删除视图', en: 'Delete a view' },
  exportFigure: { zh: '导出指标', en: 'Export a figure' },
  exportList: { zh: '导出列表', en: 'Export a list' },
  // The trail itself
  readAuditTrail: { zh: '查看审计记录', en: 'Read the audit trail' },
  verifyAuditTrail: { zh: '核验审计记录', en: 'Verify the audit trail' },
  purgeAudit: { zh: '清理到期的审计记录', en: 'Purge entries whose years are over' },
  auditBehindAnchors: { zh: '数据库落后于库外锚定', en: 'The database is behind its anchors' },
  auditAnchorsMissing: { zh: '库外锚定文件缺失', en: 'The anchor file is missing' },
} as const satisfies Record<string, Message>; // prettier-ignore

/** The words for an act; one without words is told by its name. */
export const actText = (act: string): Message =>
  (actTexts as Record<string, Message>)[act] ?? { zh: act, en: act };
