import { expect, test } from 'vitest';
import { deviceOf } from './account.ts';

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0', 'Edge', 'Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1', 'Safari', 'iOS'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/130.0.0.0 Safari/537.36', 'Chrome', 'Linux'],
  ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130 Mobile Safari/537.36 MicroMessenger/8.0', '微信 WeChat', 'Android'],
])('%s is told as %s on %s', (agent, browser, system) => expect(deviceOf(agent)).toEqual({ browser, system })); // prettier-ignore

test.each([[null], [''], ['curl/8.5']])('%s is told as no device', agent =>
  expect(deviceOf(agent)).toBeUndefined(),
);
