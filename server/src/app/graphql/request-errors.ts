import type { ApolloServerPlugin } from '@apollo/server';
import { requestErrorTexts } from '../code-texts.ts';
import type { Context } from '../context.ts';

/** Apollo and graphql-js speak English only; clients know this one by its very words. */
const known = 'PersistedQueryNotFound';

type Code = keyof typeof requestErrorTexts;
const isRequestError = (code: unknown): code is Code =>
  typeof code === 'string' && Object.hasOwn(requestErrorTexts, code);

/** Says in the reader's language what is wrong with a request that is not executed, with the library's words behind it. */
export const requestErrors: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ contextValue, response: { body } }): Promise<void> {
        if (body.kind !== 'single' || !body.singleResult.errors || contextValue.language !== 'zh')
          return Promise.resolve();
        body.singleResult.errors = body.singleResult.errors.map(error => {
          const code = error.extensions?.['code'];
          if (!isRequestError(code) || error.message === known) return error;
          return { ...error, message: `${requestErrorTexts[code].zh}${error.message}` };
        });
        return Promise.resolve();
      },
    }),
};
