// The installer for a person, asked nothing (/S): what it leaves, what it refuses and by which code it says so.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { artefacts, until, windows } from './lib/windows.mjs';

const { setup, newerSetup, foreignSetup } = artefacts;
const version = path.basename(setup).match(/(\d+\.\d+\.\d+)/)[1];
// packaging/windows/installer/exit.nsh
const STILL_RUNNING = 3;
const NEWER_IS_HERE = 4;
const OTHER_USER = 5;
const FOR_ALL = 6;
const files = ['WebView2Loader.dll', 'hoitung-cli.exe', 'hoitung.exe', 'uninstall.exe'];

test('it is installed, upgraded, not downgraded, repaired and removed', async (t) => {
  const pc = windows(t);
  const code = async (program) => (await pc.run(program, ['/S'])).code;
  assert.equal(await code(setup), 0);
  assert.deepEqual(fs.readdirSync(pc.programs).sort(), files);
  assert.ok(fs.existsSync(pc.shortcut));
  assert.equal(await pc.version(), version);
  // What a person gets to see in the list of programs, and what runs when they press its button.
  assert.equal(await pc.value(pc.key, 'QuietUninstallString'), `"${await pc.value(pc.key, 'InstallLocation')}\\uninstall.exe" /S`);
  await pc.done(path.join(pc.programs, 'hoitung-cli.exe'), ['purge', '--dry-run']);

  assert.equal(await code(newerSetup), 0);
  assert.equal(await pc.version(), '9.9.9');

  const before = fs.statSync(path.join(pc.programs, 'hoitung.exe')).mtimeMs;
  assert.equal(await code(setup), NEWER_IS_HERE);
  assert.equal(await pc.version(), '9.9.9');
  assert.equal(fs.statSync(path.join(pc.programs, 'hoitung.exe')).mtimeMs, before);

  // Somebody's virus scanner took one and broke another.
  fs.rmSync(path.join(pc.programs, 'WebView2Loader.dll'));
  fs.writeFileSync(path.join(pc.programs, 'hoitung-cli.exe'), 'broken');
  fs.rmSync(pc.shortcut);
  assert.equal(await code(newerSetup), 0);
  assert.deepEqual(fs.readdirSync(pc.programs).sort(), files);
  assert.ok(fs.statSync(path.join(pc.programs, 'hoitung-cli.exe')).size > 1000);
  assert.ok(fs.existsSync(pc.shortcut));

  await pc.done(path.join(pc.programs, 'uninstall.exe'), ['/S']);
  await until('the folder to go', () => !fs.existsSync(pc.programs));
  assert.ok(!fs.existsSync(pc.shortcut));
  assert.equal(await pc.version(), undefined);
});

test('what was deleted by hand forbids no older version', async (t) => {
  const pc = windows(t);
  await pc.done(newerSetup, ['/S']);
  fs.rmSync(pc.programs, { recursive: true });
  await pc.done(setup, ['/S']);
  assert.equal(await pc.version(), version);
});

test('a long folder in Chinese is as good as any', async (t) => {
  const pc = windows(t);
  // As long as Windows lets a path be, with the files' names behind it.
  const folder = `C:\\資訊科技部${`\\${'長'.repeat(40)}`.repeat(5)}\\開通`;
  await pc.done(setup, ['/S', `/D=${folder}`]);
  const here = path.join(pc.drive, folder.slice(3).replaceAll('\\', '/'));
  assert.deepEqual(fs.readdirSync(here).sort(), files);
  await pc.done(path.join(here, 'hoitung-cli.exe'), ['purge', '--dry-run']);
  // The next version finds it there, and so does the uninstaller.
  await pc.done(newerSetup, ['/S']);
  assert.ok(!fs.existsSync(pc.programs));
  await pc.done(path.join(here, 'uninstall.exe'), ['/S']);
  await until('the folder to go', () => !fs.existsSync(here));
});

test('what is here stays where it is, wherever the next one is sent', async (t) => {
  const pc = windows(t);
  const elsewhere = path.join(pc.drive, 'elsewhere');
  await pc.done(newerSetup, ['/S']);
  assert.equal((await pc.run(setup, ['/S', '/D=C:\\elsewhere'])).code, NEWER_IS_HERE);
  assert.equal(await pc.version(), '9.9.9');
  await pc.done(newerSetup, ['/S', '/D=C:\\elsewhere']);
  assert.ok(!fs.existsSync(elsewhere));
  assert.deepEqual(fs.readdirSync(pc.programs).sort(), files);
});

test('started as somebody else than who is signed in, it stops', async (t) => {
  const pc = windows(t);
  assert.equal((await pc.run(foreignSetup, ['/S'])).code, OTHER_USER);
  assert.ok(!fs.existsSync(pc.programs));
});

test('where IT installed it for everyone, it stops', async (t) => {
  const pc = windows(t);
  await pc.msi('/i', artefacts.msi);
  assert.equal((await pc.run(setup, ['/S'])).code, FOR_ALL);
  assert.ok(!fs.existsSync(pc.programs));
});

test('the open window is asked to close before it is replaced, and closes as it does by itself', async (t) => {
  const pc = windows(t, { screen: true });
  await pc.done(setup, ['/S']);
  const open = pc.start(path.join(pc.programs, 'hoitung.exe'), ['--hidden', '--practice']);
  await until('its file', () => fs.existsSync(path.join(pc.home, 'hoitung.db')));
  await until('its practice server', () => fs.existsSync(path.join(pc.home, 'practice', 'running.json')));
  await pc.done(newerSetup, ['/S']);
  assert.equal((await open.ended).code, 0);
  assert.equal(await pc.version(), '9.9.9');
  await pc.done(path.join(pc.programs, 'hoitung-cli.exe'), ['connection', 'list', '--json']);
});

test('what does not close is left alone, and nothing is changed', async (t) => {
  const pc = windows(t, { screen: true });
  await pc.done(setup, ['/S']);
  const open = pc.start(path.join(pc.programs, 'hoitung-cli.exe'), ['practice', '--json']);
  await until('its first line', () => open.said.out.includes('\n'));
  assert.equal((await pc.run(newerSetup, ['/S'])).code, STILL_RUNNING);
  assert.equal(await pc.version(), version);
  assert.equal(open.child.exitCode, null, 'it was not killed');
});

// S58
test('a tool of the system that lies beside the installer is not run', async (t) => {
  const pc = windows(t);
  const downloads = path.join(pc.profile, 'Downloads');
  fs.mkdirSync(downloads, { recursive: true });
  const planted = (folder) => {
    for (const name of ['taskkill', 'schtasks', 'reg', 'cmd', 'explorer', 'powershell', 'msiexec']) {
      fs.copyFileSync(pc.tool('planted'), path.join(folder, `${name}.exe`));
    }
  };
  planted(downloads);
  const here = path.join(downloads, path.basename(setup));
  fs.copyFileSync(setup, here);
  const more = { WINEPATH: downloads };
  await pc.done(here, ['/S'], { cwd: downloads, more });
  planted(pc.programs);
  await pc.done(path.join(pc.programs, 'hoitung-cli.exe'), ['network', 'proxy', 'set', '--none'], { more });
  await pc.done(path.join(pc.programs, 'uninstall.exe'), ['/S', '/PURGE'], { cwd: pc.programs, more });
  await until('the program to go', () => !fs.existsSync(path.join(pc.programs, 'uninstall.exe')));
  await until('the settings to go', () => !fs.existsSync(pc.home));
  assert.ok(!fs.existsSync(path.join(pc.drive, 'planted-was-run')));
  // The plant itself works.
  await pc.done(path.join(downloads, 'schtasks.exe'));
  assert.ok(fs.existsSync(path.join(pc.drive, 'planted-was-run')));
});

for (const [how, flags, words] of [
  ['left shut', [], null],
  ['opened again', ['/UPDATE', '/R', '/ARGS', '--practice'], []],
  ['opened again without its window', ['/UPDATE', '/R', '/ARGS', '--practice', '/HIDDEN'], ['--hidden']],
]) {
  const find = (pc) => pc.commandLines().find(([program]) => program.endsWith('\\Programs\\Hoitung\\hoitung.exe'));
  // Whatever it starts, it starts before it ends.
  const opened = async (pc) =>
    words ? assert.deepEqual((await until('the program', () => find(pc))).slice(1), words) : assert.equal(find(pc), undefined);

  test(`after an update it is ${how}, as the updater says`, async (t) => {
    const pc = windows(t);
    await pc.done(setup, ['/S', ...flags]);
    await opened(pc);
  });

  test(`after an update that changes nothing it is ${how} too`, async (t) => {
    const pc = windows(t);
    await pc.done(newerSetup, ['/S']);
    assert.equal((await pc.run(setup, ['/S', ...flags])).code, NEWER_IS_HERE);
    await opened(pc);
  });
}
