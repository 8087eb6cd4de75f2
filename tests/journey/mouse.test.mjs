// A newcomer with a mouse, in Traditional Chinese: the whole console page is pasted at once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  begin, messageArrived, noAccessibilityFaults, noSecretInFiles, noSecretOnScreen, saved, secretsInKeyStore, stopNames,
} from './lib/journey.mjs';
import * as stops from './lib/walk.mjs';

test('a newcomer with a mouse gets the first message through, in Traditional Chinese', async () => {
  const walk = await begin({ name: 'mouse', language: 'zh-HK', hands: 'mouse', wholePage: true, zone: 'Asia/Hong_Kong' });
  try {
    await stops.welcome(walk);
    for (const name of stopNames) {
      await walk.window.control('heading', walk.say(`${name}-title`));
      await noAccessibilityFaults(walk);
      await stops[name](walk);
      await noSecretOnScreen(walk);
    }
    await stops.finish(walk);
    await noAccessibilityFaults(walk);
    await messageArrived(walk);
    const kinds = saved(walk);
    for (const task of ['hosts', 'credentials', 'corp', 'points', 'zone', 'robot', 'message', 'allow-list', 'reminder']) {
      assert.equal(kinds[task], 'verified', task);
    }
    for (const task of ['company', 'published', 'visible', 'listed']) assert.equal(kinds[task], 'said', task);
    secretsInKeyStore(walk);
    noSecretInFiles(walk);
  } finally {
    await walk.end();
  }
});
