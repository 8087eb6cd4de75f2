// Removing it: settings and keys stay unless somebody says otherwise; then nothing is left, by every file and every line of
// the registry, in which Wine keeps its Credential Manager too.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { added, artefacts, until, windows } from './lib/windows.mjs';

const run = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run';
const verdicts = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\StartupApproved\\Run';
const notices = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Notifications\\Settings';
const NOT_PURGED = 7;

/** Installed, used and kept: a file, a secret, logs, a start at sign-in, and what Windows and the web view write beside it. */
async function used(pc) {
  await pc.done(artefacts.setup, ['/S']);
  const program = path.join(pc.programs, 'hoitung-cli.exe');
  const set = pc.start(program, ['network', 'proxy', 'set', '--address', 'proxy.office:8080', '--user', 'mei', '--password-stdin']);
  set.child.stdin.end('planted-secret');
  assert.equal((await set.ended).code, 0, set.said.err);
  await pc.wrote(run, 'Hoitung', 'C:\\hoitung.exe --hidden');
  await pc.wrote(verdicts, 'Hoitung', '02');
  await pc.wrote(`${notices}\\hk.hoitung.app`, 'Enabled', '1');
  const web = path.join(pc.profile, 'AppData/Local/hk.hoitung.app/EBWebView');
  fs.mkdirSync(web, { recursive: true });
  fs.writeFileSync(path.join(web, 'Local State'), '{}');
}

/** What Windows makes at anybody's first program, and NSIS leaves of itself until the next start of the computer. */
const windowsOwn = [
  /^drive_c\/users\/[^/]+\/AppData\/Roaming\/Microsoft(\/Windows(\/Start Menu(\/Programs)?)?)?$/,
  /^drive_c\/users\/[^/]+\/AppData\/Local\/Programs$/,
  /\/Temp\/~nsu\d\.tmp(\/Un\.exe)?$/,
  /PendingFileRenameOperations.*~nsu/,
  /\\Explorer\\\\Shell Folders\] "Programs"=/,
  /Credential Manager\]$/,
  /"DriverDateData"=/,
];
const ours = (lines) => lines.filter((line) => !windowsOwn.some((own) => own.test(line)));

const secrets = (lines) => [...lines].filter((line) => line.includes('Credential Manager') && line.includes('Hoitung'));

async function removed(pc, words) {
  await pc.done(path.join(pc.programs, 'uninstall.exe'), words);
  await until('the program to go', () => !fs.existsSync(pc.programs));
}

test('settings and keys stay, and are there again after the next installation', async (t) => {
  const pc = windows(t);
  await used(pc);
  await removed(pc, ['/S']);
  const left = pc.look();
  assert.ok(fs.existsSync(path.join(pc.home, 'hoitung.db')));
  assert.notEqual(secrets(left).length, 0, 'the secret stays');
  assert.equal(await pc.value(run, 'Hoitung'), undefined, 'nothing starts a program that is gone');
  await pc.done(artefacts.setup, ['/S']);
  const told = await pc.done(path.join(pc.programs, 'hoitung-cli.exe'), ['network', 'proxy', 'show', '--json']);
  assert.equal(JSON.parse(told).address, 'proxy.office:8080', told);
});

test('with the tick, nothing at all is left, and nobody else’s things are touched', async (t) => {
  const pc = windows(t);
  // Windows itself writes at its first programs; and others have things where ours are.
  await pc.wrote(run, 'Other', 'C:\\other.exe');
  await pc.wrote(verdicts, 'Other', '02');
  await pc.wrote(`${notices}\\other.app`, 'Enabled', '1');
  await pc.done('reg', ['query', run]);
  const before = pc.look();
  await used(pc);
  const during = added(before, pc.look());
  assert.notEqual(secrets(during).length, 0, 'a secret is there to be removed');
  assert.ok(during.some((line) => line.endsWith('/hoitung.db')));
  await removed(pc, ['/S', '/PURGE']);
  await until('the settings to go', () => !fs.existsSync(pc.home));
  const after = pc.look();
  assert.deepEqual(ours(added(before, after)), []);
  assert.deepEqual(ours(added(after, before)), []);
});

test('settings that cannot be removed keep the program too', async (t) => {
  const pc = windows(t);
  await used(pc);
  // Somebody practises with another copy of the program, in the same folder.
  const copy = path.join(pc.drive, 'copy.exe');
  fs.copyFileSync(path.join(pc.programs, 'hoitung-cli.exe'), copy);
  const open = pc.start(copy, ['practice', '--json']);
  await until('its first line', () => open.said.out.includes('\n'));
  // By itself the uninstaller goes on from a copy, and its caller does not learn how it ended.
  const folder = await pc.value(pc.key, 'InstallLocation');
  const alone = path.join(pc.drive, 'remove.exe');
  fs.copyFileSync(path.join(pc.programs, 'uninstall.exe'), alone);
  const { code } = await pc.run(alone, ['/S', '/PURGE', `_?=${folder}`]);
  assert.equal(code, NOT_PURGED);
  assert.ok(fs.existsSync(path.join(pc.programs, 'hoitung.exe')));
  assert.ok(fs.existsSync(path.join(pc.home, 'hoitung.db')));
});
