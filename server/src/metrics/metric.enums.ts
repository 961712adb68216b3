import { enumType } from '../kernel/enum-type.ts';
import type { Direction, MetricKind, MetricUnit } from './define-metric.ts';
import { dimensions, type Dimension } from './dimensions.ts';
import { grains, type Grain } from './periods.ts';
import type { TargetStatus } from './target.ts';

export const DimensionEnum = enumType<Dimension>(
  'Dimension',
  'What a figure can be cut by. 维度。',
  dimensions,
);
export const GrainEnum = enumType<Grain>('Grain', 'The step of a series. 时间粒度。', grains);

export const MetricUnitEnum = enumType<MetricUnit>('MetricUnit', 'What a figure is measured in. 单位。', {
  RATIO: { zh: '比率，0 至 1。', en: 'A ratio between 0 and 1.' },
  COUNT: { zh: '个数。', en: 'A number of things.' },
  PERSONS: { zh: '人数。', en: 'A number of persons.' },
  YUAN: { zh: '元。', en: 'Yuan.' },
  DAYS: { zh: '天。', en: 'Days.' },
  INDEX: { zh: '指数，0 至 100。', en: 'An index between 0 and 100.' },
  PER_100: { zh: '每百人。', en: 'Per hundred employees.' },
});

export const MetricKindEnum = enumType<MetricKind>('MetricKind', 'How a figure relates to time. 指标类型。', {
  STOCK: { zh: '时点指标：某日日终的状况。', en: 'What holds at the end of a day.' },
  FLOW: { zh: '期间指标：一段时间内发生的数量。', en: 'What happened over a period.' },
});

export const DirectionEnum = enumType<Direction>('Direction', 'Which way a figure is better. 优劣方向。', {
  HIGHER: { zh: '越高越好。', en: 'Higher is better.' },
  LOWER: { zh: '越低越好。', en: 'Lower is better.' },
  NEUTRAL: { zh: '无优劣之分。', en: 'Neither is better.' },
});

export const TargetStatusEnum = enumType<TargetStatus>(
  'TargetStatus',
  'How a figure stands to its target. 达标情况。',
  {
    MET: { zh: '达标。', en: 'At the target or better.' },
    NEAR: {
      zh: '接近：相差不超过 5 个百分点（仅比率）。',
      en: 'Within five percentage points of it (ratios only).',
    },
    MISSED: { zh: '未达标。', en: 'Farther from it.' },
    NONE: { zh: '没有目标，或没有数值。', en: 'There is no target, or no value.' },
  },
);
