// A newcomer with a mouse, in Traditional Chinese: the whole console page is pasted at once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { begin, messageArrived, noAccessibilityFaults, noSecretInFiles, noSecretOnScreen, saved, secretsInKeyStore } from './lib/journey.mjs';
import * as stops from './lib/walk.mjs';

let walk;
before(async () => {
  walk = await begin({ name: 'mouse', language: 'zh-HK', hands: 'mouse', wholePage: true });
});
after(() => walk?.end());

test('a newcomer with a mouse gets the first message through, in Traditional Chinese', async (t) => {
  const stop = (name, go) =>
    t.test(name, async () => {
      await go(walk);
    });
  await stop('the first screen leads to practice', stops.welcome);
  for (const name of ['register', 'keys', 'permissions', 'test', 'protect']) {
    await t.test(`${name}: no accessibility fault on its first screen`, () => noAccessibilityFaults(walk));
    await stop(`${name} is done`, stops[name]);
    await t.test(`${name}: no secret on the screen`, () => noSecretOnScreen(walk));
  }
  await stop('the finish page says what was verified', stops.finish);
  await t.test('the message stands in the practice group, once', () => messageArrived(walk));
  await t.test('the database holds the evidence', () => {
    const kinds = saved(walk);
    assert.equal(kinds.credentials, 'verified');
    assert.equal(kinds.message, 'verified');
    assert.equal(kinds['allow-list'], 'verified');
    assert.equal(kinds.published, 'said');
  });
  await t.test('the secrets are in the key store', () => secretsInKeyStore(walk));
  await t.test('and in no file', () => noSecretInFiles(walk));
});
