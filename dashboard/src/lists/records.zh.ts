/** The names of the fields of every kind of record. */
export const recordsZh = {
  Union: {
    form: '建会形式', name: '工会名称', foundedOn: '建会日期', dissolvedOn: '撤销日期', members: '会员人数', chair: '工会主席', congress: '职代会', disclosure: '厂务公开',
  },
  Contract: {
    contractNo: '合同编号', workerName: '劳动者', idNumber: '身份证号', kind: '合同类型', signedOn: '签订日期', startsOn: '起始日期', endsOn: '终止日期', terminatedOn: '解除日期', status: '状态', statedStatus: '原表所填状态', electronic: '签订方式', platform: '签署平台', platformContractNo: '平台合同编号', verification: '签署核对', digest: '文件摘要', position: '岗位', wage: '月工资（元）',
  },
  Filing: {
    filedOn: '备案日期', kind: '备案类型', inForce: '现行有效', workers: '用工总数', contracted: '签订劳动合同', insured: '参加社会保险', dispatched: '劳务派遣', partTime: '非全日制', migrant: '农民工', rulesFiled: '规章制度备案', specialHours: '特殊工时审批', lowestWage: '最低月工资（元）', filingNo: '备案编号',
  },
  Signing: {
    platformContractNo: '平台合同编号', contractNo: '合同编号', party: '签署方', signedAt: '签署时间', certificateNo: '证书序列号', timestampNo: '时间戳序列号', digest: '文件摘要',
  },
  Certification: {
    filedOn: '申报日期', stage: '阶段', lacking: '还缺', selfScore: '自评得分', selfParticipants: '自评参加人数', unionRepresentatives: '工会代表', workerRepresentatives: '职工代表', internalNoticeOn: '厂内公示日期', reviewScore: '审核得分', noticeFrom: '公示开始', noticeTo: '公示结束', noticeChannels: '公示渠道', objections: '异议数', certifiedOn: '认定日期', grade: '认定等级', certificateNo: '证书编号', validTo: '有效期至', revokedOn: '撤销日期', revocationReason: '撤销原因',
  },
  Inspection: {
    caseNo: '案件编号', source: '来源', mode: '渠道', checkedOn: '检查日期', subject: '问题类别', people: '涉及人数', amount: '涉及金额（元）', filed: '是否立案', filedOn: '立案日期', correctionOrderedOn: '责令改正', correctionDueOn: '整改期限', correctedOn: '整改完成', closedOn: '结案日期', result: '处理结果', summonsOn: '约谈日期', summonsTarget: '约谈对象', grade: '守法诚信等级', violation: '查有问题',
  },
  Dispute: {
    caseNo: '案号', filedOn: '申请日期', applicant: '申请人', applicants: '申请人数', migrant: '农民工', respondentName: '被申请人', cause: '案由', causeText: '案由原文', amount: '涉案金额（元）', channel: '调解渠道', acceptedOn: '受理日期', mediator: '调解员', closedOn: '结案日期', outcome: '结案方式', settlementAmount: '协议金额（元）', confirmed: '司法确认', confirmedOn: '确认日期', performance: '履行情况', archivedOn: '归档日期', jobLost: '是否失业', referredOn: '就业转介', reemployedOn: '再就业', overdue: '超过调解期限', daysOpen: '用时（天）',
  },
}; // prettier-ignore
