import { BlockList, isIP } from 'node:net';
import { integerSetting, listSetting, urlSetting, type Settings } from './config-values.ts';
import { settingRefusal } from './refusal.ts';

/** The issuer of single sign-on, and as whom the hub asks it. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Requests a second, for each token, each person and each address that nobody has signed in from; tenfold in a burst. */
export interface RateConfig {
  readonly token: number;
  readonly person: number;
  readonly anonymous: number;
}

/** What holds where nothing is said. */
export const standardRates: RateConfig = { token: 5_000, person: 200, anonymous: 100 };

const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** Single sign-on is set up wholly or not at all. */
export function oidcSetting(settings: Settings): OidcConfig | undefined {
  const given = oidcNames.filter(name => settings[name]?.trim());
  if (given.length === 0) return undefined;
  const missing = oidcNames.find(name => !given.includes(name));
  if (missing) {
    const others = given.join(', ');
    throw settingRefusal(missing, `设置了 ${others} 时必须设置`, `is required with ${others}`);
  }
  const issuer = urlSetting(settings, 'OIDC_ISSUER', ['https:', 'http:']) ?? '';
  const url = new URL(issuer);
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    throw settingRefusal(
      'OIDC_ISSUER',
      '须为 https（本机地址除外）',
      'must be https, except on this machine',
    );
  }
  if (url.username || url.password || url.search || url.hash) {
    throw settingRefusal('OIDC_ISSUER', '只能是地址本身', 'must be nothing but an address');
  }
  const text = (name: (typeof oidcNames)[number]): string => settings[name]?.trim() ?? '';
  return { issuer, clientId: text('OIDC_CLIENT_ID'), clientSecret: text('OIDC_CLIENT_SECRET') };
}

/** Whether the address is one of this machine: nothing travels that could be listened to. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

/** The proxies whose X-Forwarded-For is believed: addresses and networks; nobody's unless it is said. */
export function proxiesSetting(settings: Settings): readonly string[] {
  const proxies = listSetting(settings, 'TRUSTED_PROXIES');
  if (proxies.every(isNetwork)) return proxies;
  throw settingRefusal(
    'TRUSTED_PROXIES',
    '应为 IP 地址或 CIDR 网段，以逗号分隔',
    'must be IP addresses or CIDR networks, parted by commas',
  );
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  if (!/^\d{1,3}$/.test(prefix)) return false;
  try {
    new BlockList().addSubnet(address, Number(prefix), version === 4 ? 'ipv4' : 'ipv6');
    // A network of everybody is no proxy.
    return Number(prefix) > 0;
  } catch {
    return false;
  }
}

/** The rates of contract.md are the least that may be set. */
export const ratesSetting = (settings: Settings): RateConfig => ({
  token: integerSetting(settings, 'RATE_LIMIT_TOKEN', standardRates.token, 100, 1_000_000),
  person: integerSetting(settings, 'RATE_LIMIT_PERSON', standardRates.person, 20, 1_000_000),
  anonymous: integerSetting(settings, 'RATE_LIMIT_ANONYMOUS', standardRates.anonymous, 20, 1_000_000),
});
