import 'reflect-metadata';
import { runProgram } from './app/cli/program.ts';

// The entry of `npm run hub -- …`.
process.env['NODE_ENV'] ??= 'production';
await runProgram(process.argv.slice(2));
