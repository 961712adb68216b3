export const figuresZh = {
  menu: '指标',
  intro: '每个数字只在这里定义一次；首页、图表、接口用的都是同一口径。',
  group: { certification: '和谐企业认定', union: '工会建设', dispute: '争议调解', incident: '重大事件', contract: '劳动合同', filing: '一户一册', inspection: '劳动监察', meeting: '会议', harmony: '综合' },
  column: { name: '指标', now: '当前', status: '状态', target: '目标', definition: '口径' },
  back: '返回指标目录',
  trendTitle: '{name} *{value}*',
  cutTitle: '按{dimension}',
  cutSpread: '按{dimension}：{first}最高 {most}，{last}最低 {least}',
  cutBy: '分组方式',
  part: { title: '指数的构成', name: '组成', value: '当前', target: '目标', points: '得分', weight: '权重', left: '没有数据，不计入' },
  rows: {
    title: '{name}的明细', fraction: '{numerator} ÷ {denominator} = {value}', which: '看哪一边', inside: '计入的', outside: '没有计入的', from: '自 {day} 起',
    sum: '名单共 {rows} 条，合计 {sum} {unit}，与指标的分子 {whole} {unit}一致', sumOutside: '名单共 {rows} 条，合计还差 {sum} {unit}，与指标的缺口 {whole} {unit}一致',
    sumDiffers: '名单共 {rows} 条，合计 {sum} {unit}；指标为 {whole} {unit}。数据正在更新，请稍后刷新',
    case: '案件或合同', day: '日期', cause: '案由', employer: '用人单位', town: '所属区域', industry: '行业', reason: '原因', contribution: '贡献', lacks: '还差',
    none: '没有计入的记录', noneOutside: '没有缺少的：全部计入', noneHint: '请放宽上面的筛选条件，或换一个日期。', open: '明细',
  },
}; // prettier-ignore
