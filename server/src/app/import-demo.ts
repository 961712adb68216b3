import { basename } from 'node:path';
import { systemViewer } from '../access/viewer.ts';
import type { Day } from '../kernel/days.ts';
import { loadDemo } from './demo-district.ts';
import { Refusal } from './refusal.ts';
import type { Services } from './services.ts';

/** Sends the demo's workbooks through the pipeline that every department's file takes. */
export async function importDemo(
  { database, ingest }: Services,
  until: Day,
  signal: AbortSignal,
  log: (line: string) => void,
): Promise<void> {
  const began = performance.now();
  log('正在生成并导入演示数据 / writing and importing the demo district');
  await loadDemo(database, until, async (path, position, files) => {
    const fileName = basename(path);
    log(`  ${position}/${files} ${fileName}`);
    const outcome = await ingest.importFile(
      systemViewer('demo'),
      { path, fileName, origin: 'DEMO' },
      { signal },
    );
    if (outcome.refusal) {
      const { zh, en } = outcome.refusal.message;
      throw new Refusal({ zh: `${fileName}：${zh}`, en: `${fileName}: ${en}` });
    }
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  log(`演示数据已就绪（${seconds} 秒）/ the demo district is ready (${seconds} s)`);
}
