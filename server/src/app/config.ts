import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import {
  oidcSetting,
  proxiesSetting,
  ratesSetting,
  type OidcConfig,
  type RateConfig,
} from './access-config.ts';
import {
  booleanSetting,
  integerSetting,
  listSetting,
  oneOf,
  urlSetting,
  type Settings,
} from './config-values.ts';
import { checkout } from './paths.ts';
import { Refusal, settingRefusal } from './refusal.ts';

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The database the hub works on: its own embedded PostgreSQL 18, or one that somebody else runs. */
export type DatabaseConfig =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'url'; readonly url: string; readonly replicas: readonly string[] };

/** What one uploaded file may weigh and hold (forms.md, "Caps"). */
export interface UploadLimits {
  readonly csvBytes: number;
  readonly xlsxBytes: number;
  readonly odsBytes: number;
  readonly xlsBytes: number;
  readonly inflatedBytes: number;
  readonly columns: number;
  readonly rows: number;
}

/** Everything the environment decides, checked once at the start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** The address under which people reach the hub; TLS is judged from it. */
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly database: DatabaseConfig;
  readonly demo: boolean;
  /** Given by the environment; the embedded default finds its own in the data folder. */
  readonly secret: string | undefined;
  readonly upload: UploadLimits;
  /** Single sign-on, where it is set up. */
  readonly oidc: OidcConfig | undefined;
  /** Proxies in front of the hub whose word about addresses is believed. */
  readonly trustedProxies: readonly string[];
  readonly rates: RateConfig;
  /** Where the audit trail is anchored, and how many days it is kept. */
  readonly audit: { readonly anchorFile: string; readonly keepDays: number };
  readonly logLevel: LogLevel;
  /** Whether clients that keep no session and no token may see less: true outside `npm run dev`. */
  readonly production: boolean;
}

const MB = 1024 * 1024;

/** As the process found it: later code sets NODE_ENV for the packages that ask for it. */
const given: Settings = { ...process.env };

/** The environment with `.env` beneath it; a deployment that sets NODE_ENV=production has no `.env`. */
function readEnvironment(folder = checkout, environment: Settings = given): Settings {
  const file = resolve(folder, '.env');
  if (environment['NODE_ENV'] === 'production' || !existsSync(file)) return environment;
  return { ...parseEnv(readFileSync(file, 'utf8')), ...environment };
}

/** The settings of contract.md; a wrong or missing one throws a Refusal that names it. */
export function readConfig(settings: Settings = readEnvironment()): Config {
  const port = integerSetting(settings, 'PORT', 4000, 0, 65_535);
  const host = settings['HOST'] || '127.0.0.1';
  const url = urlSetting(settings, 'DATABASE_URL', ['postgres:', 'postgresql:']);
  const secret = settings['HUB_SECRET'] || undefined;
  if (secret !== undefined && secret.length < 32) {
    throw settingRefusal('HUB_SECRET', '至少需要 32 个字符', 'needs at least 32 characters');
  }
  if (url && !secret) {
    throw settingRefusal('HUB_SECRET', '使用 DATABASE_URL 时必须设置', 'is required with DATABASE_URL');
  }
  const replicas = listSetting(settings, 'DATABASE_REPLICA_URLS');
  for (const replica of replicas) {
    urlSetting({ DATABASE_REPLICA_URLS: replica }, 'DATABASE_REPLICA_URLS', ['postgres:', 'postgresql:']);
  }
  const dataDir = resolve(settings['HUB_DATA_DIR'] || defaultDataDir());
  return {
    host,
    port,
    publicUrl: urlSetting(settings, 'PUBLIC_URL', ['http:', 'https:']) ?? `http://${shownHost(host)}:${port}`,
    dataDir,
    database: url ? { kind: 'url', url, replicas } : { kind: 'embedded' },
    demo: booleanSetting(settings, 'HUB_DEMO', url === undefined),
    secret,
    upload: {
      csvBytes: integerSetting(settings, 'UPLOAD_MAX_CSV_MB', 512, 1, 4096) * MB,
      xlsxBytes: integerSetting(settings, 'UPLOAD_MAX_XLSX_MB', 64, 1, 1024) * MB,
      odsBytes: integerSetting(settings, 'UPLOAD_MAX_ODS_MB', 32, 1, 1024) * MB,
      xlsBytes: integerSetting(settings, 'UPLOAD_MAX_XLS_MB', 8, 1, 64) * MB,
      inflatedBytes: integerSetting(settings, 'UPLOAD_MAX_INFLATED_MB', 1024, 1, 8192) * MB,
      columns: integerSetting(settings, 'UPLOAD_MAX_COLUMNS', 200, 1, 16_384),
      rows: integerSetting(settings, 'UPLOAD_MAX_ROWS', 2_000_000, 1, 10_000_000),
    },
    audit: {
      anchorFile: resolve(settings['AUDIT_ANCHOR_FILE'] || resolve(dataDir, 'audit', 'anchors.jsonl')),
      // Six months at least (网络安全法, article 21); three years if nothing is said.
      keepDays: integerSetting(settings, 'AUDIT_KEEP_DAYS', 1096, 183, 36_525),
    },
    oidc: oidcSetting(settings),
    trustedProxies: proxiesSetting(settings),
    rates: ratesSetting(settings),
    logLevel: oneOf(settings, 'LOG_LEVEL', logLevels, 'info'),
    production: settings['NODE_ENV'] !== 'development',
  };
}

/** Reads the configuration or prints the one line that says what is wrong with it. */
export function configOrExit(settings?: Settings): Config {
  try {
    return readConfig(settings);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.line}\n`);
    process.exit(1);
  }
}

/** Any-address hosts are shown as localhost: that is what a browser on this machine can open. */
function shownHost(host: string): string {
  if (['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function defaultDataDir(): string {
  return process.getuid?.() === 0 ? '/var/lib/hexie-hub' : './data';
}
