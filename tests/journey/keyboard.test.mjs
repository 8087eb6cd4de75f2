// A newcomer with the keyboard alone, in English: the values are copied one at a time. At each stop the app is killed as
// by a power cut, started again, and nothing is lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { begin, messageArrived, noAccessibilityFaults, noSecretInFiles, noSecretOnScreen, saved, secretsInKeyStore } from './lib/journey.mjs';
import * as stops from './lib/walk.mjs';

let walk;
before(async () => {
  walk = await begin({ name: 'keyboard', language: 'en', hands: 'keyboard', wholePage: false });
});
after(() => walk?.end());

test('a newcomer with the keyboard alone gets the first message through, in English, across five power cuts', async (t) => {
  await t.test('the first screen leads to practice', () => stops.welcome(walk));
  for (const name of ['register', 'keys', 'permissions', 'test', 'protect']) {
    await t.test(`${name}: no accessibility fault on its first screen`, () => noAccessibilityFaults(walk));
    await t.test(`${name}: killed and started again, it comes back here`, async () => {
      const before = saved(walk);
      await walk.window.kill();
      await walk.open();
      await walk.window.control('heading', walk.say(`${name}-title`));
      assert.deepEqual(saved(walk), before);
    });
    await t.test(`${name} is done`, () => stops[name](walk));
    await t.test(`${name}: no secret on the screen`, () => noSecretOnScreen(walk));
  }
  await t.test('the finish page says what was verified', () => stops.finish(walk));
  await t.test('the message stands in the practice group, once', () => messageArrived(walk));
  await t.test('the secrets are in the key store', () => secretsInKeyStore(walk));
  await t.test('and in no file', () => noSecretInFiles(walk));
});
