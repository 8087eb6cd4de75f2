// Windows has names of its own for time zones; Hong Kong's is China's. Wine takes its zone from TZ, which our program would
// read itself if it were left to it: a shell takes it away in between.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { company, finish, practice, start } from './lib/systems.mjs';

const { HOITUNG_IN_WINE, HOITUNG_WINDOWS } = process.env;
const program = `Z:${HOITUNG_WINDOWS.replaceAll('/', '\\')}`;

// F53
test('a computer that shows the time of another zone is told by its name', async (t) => {
  const home = await company('Windows', await practice(t, 'Linux'));
  const check = async (zone, state, name) => {
    const command = [HOITUNG_IN_WINE, 'cmd', '/c', 'set', 'TZ=&', program];
    const args = ['check', '--connection', '示範', '--only', 'zone', '--lang', 'en', '--json'];
    const { told } = await finish(start('Windows', home, args, { env: { TZ: zone }, command }));
    const [found] = told.checks;
    assert.equal(found.state, state, `${zone}: ${JSON.stringify(found)}`);
    assert.ok(found.evidence.includes(name), `${zone}: ${JSON.stringify(found)}`);
  };
  await check('Asia/Hong_Kong', 'fine', 'Asia/');
  await check('Europe/London', 'needs_you', 'Europe/London');
  await check('Asia/Tokyo', 'needs_you', 'Asia/Tokyo');
});
