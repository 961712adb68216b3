import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { demand } from '../../access/policy.ts';
import type { Viewer } from '../../access/viewer.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { FormCatalogue } from './form-catalogue.ts';

/** What the template route is served with. */
export interface FormRouteDeps {
  readonly forms: FormCatalogue;
  readonly viewerOf: (request: FastifyRequest) => Promise<Viewer>;
}

/** The media type of an .xlsx workbook. */
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `GET /api/forms/:form.xlsx`: the empty workbook of a form, for those who work with imports. */
export function registerFormRoutes(app: FastifyInstance, { forms, viewerOf }: FormRouteDeps): void {
  app.get<{ Params: { file: string } }>('/api/forms/:file', async (request, reply) => {
    demand(await viewerOf(request), 'import.read');
    const source = forms.source(/^([A-Z])\.xlsx$/.exec(request.params.file)?.[1] ?? '');
    if (!source) throw DomainError.notFound();
    const { fileName, bytes } = await forms.template(source);
    return attachment(reply, fileName).send(bytes);
  });
}

/** A workbook to be saved under a name that may be Chinese. */
export const attachment = (reply: FastifyReply, fileName: string): FastifyReply =>
  reply
    .type(xlsxType)
    .header('x-content-type-options', 'nosniff')
    .header(
      'content-disposition',
      `attachment; filename="${fileName.replace(/[^\w.-]+/g, '_')}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    );
