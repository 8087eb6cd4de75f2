// The MSI for IT: for everyone on the computer.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { artefacts, until, windows } from './lib/windows.mjs';

// 1603, of which Linux sees the last eight bits.
const REFUSED = 1603 & 0xff;
const marker = 'HKLM\\Software\\Hoitung';

test('it is installed, upgraded, not downgraded, repaired and removed', async (t) => {
  const pc = windows(t, { screen: true });
  const programs = path.join(pc.drive, 'Program Files', 'Hoitung');
  const files = ['WebView2Loader.dll', 'hoitung-cli.exe', 'hoitung.exe'];
  const code = async (...args) => (await pc.msi(...args)).code;
  const names = () => fs.readdirSync(programs).sort();

  assert.equal(await code('/i', artefacts.msi), 0);
  assert.deepEqual(names(), files);
  assert.ok(fs.existsSync(pc.shortcut), 'Wine puts everyone’s shortcut among the user’s');
  assert.equal(await pc.value(marker, 'InstallLocation'), 'C:\\Program Files\\Hoitung\\');
  await pc.done(path.join(programs, 'hoitung-cli.exe'), ['purge', '--dry-run']);

  // The open window closes as it does by itself.
  const open = pc.start(path.join(programs, 'hoitung.exe'), ['--hidden', '--practice']);
  await until('its practice server', () => fs.existsSync(path.join(pc.home, 'practice', 'running.json')));
  assert.equal((await pc.run('msiexec', ['/i', artefacts.newerMsi, '/qn'])).code, 0);
  assert.equal((await open.ended).code, 0);
  assert.deepEqual(names(), files);

  assert.equal(await code('/i', artefacts.msi), REFUSED);
  assert.deepEqual(names(), files);

  fs.rmSync(path.join(programs, 'WebView2Loader.dll'));
  assert.equal(await code('/i', artefacts.newerMsi, 'REINSTALL=ALL', 'REINSTALLMODE=amus'), 0);
  assert.deepEqual(names(), files);

  assert.equal(await code('/x', artefacts.newerMsi), 0);
  assert.ok(!fs.existsSync(programs));
  assert.ok(!fs.existsSync(pc.shortcut));
  assert.equal(await pc.value(marker, 'InstallLocation'), undefined);
  assert.ok(fs.existsSync(path.join(pc.home, 'hoitung.db')), 'settings are each user’s own');
});
