// Somebody who has never seen Hoitung, under each of practice's troubles in turn: they get into the trap, and out of it by
// what the screens say. HOITUNG_NEWCOMER="en throttled" runs one alone. The diaries are in target/newcomer/.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { send } from '../newcomer/errand.mjs';

// What the newcomer must have read, in whichever language, to have met the trouble; nothing where the app deals with it.
const traps = {
  wrong_key: /Client Secret|應用密碼|密鑰/,
  expired_token: null,
  missing_permission: /permission|權限/i,
  ip_refused: /198\.51\.100\.77/,
  throttled: /too (many|often|fast)|seconds?|秒|太多|太密|頻/i,
  unreachable: /reach|connect|連/i,
  slow: null,
  clock_offset: /clock|時鐘/i,
};

const only = process.env.HOITUNG_NEWCOMER;
for (const language of ['en', 'zh-HK']) {
  for (const [trouble, words] of Object.entries(traps)) {
    test(`a newcomer gets out of ${trouble}, ${language}`, { skip: Boolean(only) && only !== `${language} ${trouble}` }, async () => {
      const { diary, calls } = await send({ language, trouble, patience: trouble === 'slow' ? 400_000 : 60_000 });
      if (words) assert.ok(diary.alerts.some((text) => words.test(text)), `the trap was met:\n${diary.alerts.join('\n')}`);
      if (trouble === 'expired_token') assert.ok(calls.some(({ kind }) => kind === 'call_refused'), 'passes did end early');
    });
  }
}
