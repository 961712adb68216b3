import { sources } from './catalogue/sources.ts';
import { serveReader } from './ingest/serve-reader.ts';

// The third entry beside main.ts and cli.ts: the process that reads files, handed the catalogue's forms.
serveReader(sources);
