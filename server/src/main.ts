import { configOrExit } from './app/config.ts';

// The entry of `npm start`: the settings first, for they decide how the packages behave that come after.
const config = configOrExit();
process.env['NODE_ENV'] ??= 'production';
const { serve } = await import('./app/serve.ts');
await serve(config);
