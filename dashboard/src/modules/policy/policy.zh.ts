export const policyZh = {
  menu: '授权',
  title: '授权总表',
  intro: '每项操作哪些角色可以办理；表中没有打勾的一律拒绝。此表随系统发布，任何人不能在运行中改动。',
  action: '操作',
  yes: '可以',
  no: '不可以',
  programs: '程序',
  programsHint: '程序凭令牌可否办理；不可以的，只能由本人登录办理。',
  rows: '能看到的数据范围',
  rowsOf: '各角色的数据范围',
  scope: { DISTRICT: '全区', OWN_TOWN: '本镇（片区）', REFERRED: '移送的案件', NONE: '不看业务数据' },
  total: '{actions} 项操作，{roles} 个角色',
};
