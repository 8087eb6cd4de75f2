// A newcomer with the keyboard alone, on a PC set to another zone: the values are copied one at a time. In English, the app
// is killed at each stop as by a power cut, started again, and nothing is lost. In both, Tab is followed once round each page:
// every place of it is seen and in sight, and none holds the focus.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wayRound } from './lib/focus.mjs';
import {
  begin, messageArrived, noAccessibilityFaults, noSecretInFiles, noSecretOnScreen, saved, secretsInKeyStore, stopNames,
} from './lib/journey.mjs';
import * as stops from './lib/walk.mjs';

async function whole(language, atStop) {
  const walk = await begin({ name: `keyboard-${language}`, language, hands: 'keyboard', wholePage: false, zone: 'UTC' });
  try {
    await stops.welcome(walk);
    for (const name of stopNames) {
      await walk.window.control('heading', walk.say(`${name}-title`));
      await noAccessibilityFaults(walk);
      await atStop(walk, name);
      const { faults, places } = await wayRound(walk.window);
      assert.deepEqual(faults, [], name);
      // The rail, the line and the footer alone are more.
      assert.ok(places > 15, `${name}: Tab leads to ${places} places`);
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
}

test('a newcomer with the keyboard alone gets the first message through, in English, across five power cuts', () =>
  whole('en', async (walk, name) => {
    const before = saved(walk);
    await walk.window.kill();
    await walk.open();
    await walk.window.control('heading', walk.say(`${name}-title`));
    assert.deepEqual(saved(walk), before);
  }));

test('a newcomer with the keyboard alone gets the first message through, in Chinese', () => whole('zh-HK', async () => {}));
