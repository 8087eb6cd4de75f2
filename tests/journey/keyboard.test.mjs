// A newcomer with the keyboard alone, in English, on a PC set to another zone: the values are copied one at a time. At
// each stop the app is killed as by a power cut, started again, and nothing is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  begin, messageArrived, noAccessibilityFaults, noSecretInFiles, noSecretOnScreen, saved, secretsInKeyStore, stopNames,
} from './lib/journey.mjs';
import * as stops from './lib/walk.mjs';

test('a newcomer with the keyboard alone gets the first message through, in English, across five power cuts', async () => {
  const walk = await begin({ name: 'keyboard', language: 'en', hands: 'keyboard', wholePage: false, zone: 'UTC' });
  try {
    await stops.welcome(walk);
    for (const name of stopNames) {
      await walk.window.control('heading', walk.say(`${name}-title`));
      await noAccessibilityFaults(walk);
      const before = saved(walk);
      await walk.window.kill();
      await walk.open();
      await walk.window.control('heading', walk.say(`${name}-title`));
      assert.deepEqual(saved(walk), before);
      await stops[name](walk);
      await noSecretOnScreen(walk);
    }
    await stops.finish(walk);
    await messageArrived(walk);
    assert.equal(saved(walk).zone, 'said', 'another zone was accepted by a person');
    secretsInKeyStore(walk);
    noSecretInFiles(walk);
  } finally {
    await walk.end();
  }
});
