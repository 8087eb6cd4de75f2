// Somebody who has never seen Hoitung, under each of practice's troubles in turn: they get into the trap, and out of it by
// what the screens say. HOITUNG_NEWCOMER="en throttled" runs one alone. The diaries are in target/newcomer/.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whatever } from '../lib/trouble.mjs';
import { words } from '../lib/words.mjs';
import { send } from '../newcomer/errand.mjs';

// What the newcomer must have been told, to have met the trouble; nothing where the app deals with it.
const traps = {
  wrong_key: (say) => whole(say('problem-credentials-refused')),
  expired_token: null,
  missing_permission: (say) => whatever(say, 'problem-permission-missing', 'permissions'),
  ip_refused: () => /198\.51\.100\.77/,
  throttled: (say) => whole(say('problem-throttled')),
  unreachable: (say) => whole(say('problem-unreachable', { host: 'practice' })),
  slow: null,
  clock_offset: (say) => whatever(say, 'problem-clock-offset', 'seconds'),
};
const whole = (text) => ({ test: (told) => told.includes(text) });
// Each answer of the slow network takes twenty.
const slow = 15_000;

const only = process.env.HOITUNG_NEWCOMER;
for (const language of ['en', 'zh-HK']) {
  for (const [trouble, trap] of Object.entries(traps)) {
    test(`a newcomer gets out of ${trouble}, ${language}`, { skip: Boolean(only) && only !== `${language} ${trouble}` }, async () => {
      const { diary, calls } = await send({ language, trouble, patience: trouble === 'slow' ? 400_000 : 60_000 });
      const told = trap?.(words(language));
      if (told) assert.ok(diary.alerts.some((text) => told.test(text)), `the trap was met:\n${diary.alerts.join('\n')}`);
      if (trouble === 'expired_token') assert.ok(calls.some(({ kind, code }) => kind === 'call_refused' && code === '40014'), 'passes did end early');
      if (trouble === 'slow') assert.ok(diary.longestWait > slow, `the network was slow: ${diary.longestWait} ms at most`);
    });
  }
}
