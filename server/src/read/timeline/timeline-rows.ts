import type { Language } from '../../access/viewer.ts';
import { defineType, type RowsPart, type TypeDef } from '../define-list.ts';
import { day, derived } from '../define-fields.ts';
import type { Timeline, TimelineEvent } from './define-timeline.ts';

/** Room for the kinds of events in an entry's id: id of the row × this + place of the event. */
const mostEvents = 64;

/** The entries of every timeline as rows that can be listed: the newest first. */
export function timelineRows(timelines: readonly Timeline[]): TypeDef {
  const events = timelines.flatMap(timeline => timeline.events.map(event => ({ timeline, event })));
  if (events.length > mostEvents) throw new Error('more kinds of events than an id has room for');
  const sentence = (language: Language, place: unknown, params: unknown): string => {
    const event = events[place as number]?.event;
    return event ? event.tell(...(params as (string | null)[]))[language] : '';
  };
  const row = (column: string): string =>
    `(select ${column} from import_row i join import_sheet s on s.id = i.sheet_id
      join import_file f on f.id = s.file_id where i.id = $.import_row_id)`;
  return defineType({
    name: 'TimelineEntry',
    table: 'timeline_entry',
    needs: 'enterprise.read',
    defaultOrder: [{ field: 'DAY', direction: 'DESC' }],
    parts: events.map(({ timeline, event }, place) => partOf(timeline, event, place)),
    fields: {
      day: day('day', '日期', 'Day'),
      kind: derived('事项', 'Event', ['$.kind']),
      text: derived('说明', 'Text', ['$.place', '$.params'], { tell: sentence }),
      nodeId: derived('对象', 'Node', ['$.node']),
      fileName: derived('文件', 'File', [row('f.file_name')]),
      sheet: derived('工作表', 'Sheet', [row('s.sheet')]),
      row: derived('行', 'Row', [row('i.row_no')]),
      importId: derived('导入', 'Import', [row('f.id')]),
      knownFrom: derived(
        '获知时间',
        'Known from',
        [`(select nullif(c.known_at, '-infinity') from change c where c.id = $.change_id)`],
        { read: value => new Date(value as string) },
      ),
    },
  });
}

/** One kind of event as SELECT text. */
function partOf(timeline: Timeline, event: TimelineEvent, place: number): RowsPart {
  const { type, table, enterprise, needs, tables = [] } = timeline;
  const { kind, day: on, where = 'true', params, monthly = false } = event;
  const texts = params.map(sql => `(${sql})::text`);
  const own = [`'${kind}'::text as kind`, `${place} as place`];
  const told = `${on} is not null and (${where})`;
  if (monthly) {
    // An employer and a month have one such entry; its id is made of both.
    const month = `date_trunc('month', ${on})::date`;
    const sql = `select (${enterprise} * 100000 + (extract(year from ${month}) * 12 + extract(month from ${month}))::int)
        * ${mostEvents} + ${place} as id, ${enterprise} as enterprise_id, max(${on}) as day, ${own.join(', ')},
        array[count(*)::text] as params, null::text as node, max(import_row_id) as import_row_id, max(change_id) as change_id
      from ${table} where ${told} group by ${enterprise}, ${month}`;
    return { needs: [needs], tables: [table, ...tables], sql };
  }
  const node = type ? `'${type}:' || ${table}.id` : 'null::text';
  const sql = `select ${table}.id * ${mostEvents} + ${place} as id, ${enterprise} as enterprise_id, ${on} as day,
      ${own.join(', ')}, array[${texts.join(', ')}]::text[] as params, ${node} as node, import_row_id, change_id
    from ${table} where ${told}`;
  return { needs: [needs], tables: [table, ...tables], sql };
}
