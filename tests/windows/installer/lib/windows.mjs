// A Windows in Wine for one test: made for it, looked at from outside, thrown away afterwards.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The folder of a made prefix, of the installers under test, of two other versions of them, and of the tools beside this file. */
const { HOITUNG_PREFIX, HOITUNG_BUILT, HOITUNG_NEWER, HOITUNG_TOOLS, HOITUNG_LOCALES } = process.env;

export const locales = { en: 'C.UTF-8', 'zh-HK': 'zh_HK.UTF-8' };
const key = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\hk.hoitung.app';
const user = '陳大文';

const named = (folder, start, end) => {
  const found = fs.readdirSync(folder).filter((name) => name.startsWith(start) && name.endsWith(end));
  assert.equal(found.length, 1, `${folder}: ${found}`);
  return path.join(folder, found[0]);
};
export const artefacts = {
  setup: named(HOITUNG_BUILT, 'hoitung-setup-', '.exe'),
  msi: named(HOITUNG_BUILT, 'hoitung-', '.msi'),
  newerSetup: named(HOITUNG_NEWER, 'hoitung-setup-9', '.exe'),
  newerMsi: named(HOITUNG_NEWER, 'hoitung-9', '.msi'),
  /** Believes that somebody else is signed in. */
  foreignSetup: named(path.join(HOITUNG_NEWER, 'foreign'), 'hoitung-setup-', '.exe'),
};

export const until = async (what, holds, { seconds = 60 } = {}) => {
  for (const end = Date.now() + seconds * 1000; ; ) {
    const held = await holds();
    if (held) return held;
    assert.ok(Date.now() < end, `waited ${seconds} s for ${what}`);
    await new Promise((later) => setTimeout(later, 100));
  }
};

/**
 * With a screen or without: its first program decides, and one that comes later has none either.
 */
export function windows(t, { language = 'en', screen = false } = {}) {
  const place = fs.mkdtempSync(path.join(path.dirname(HOITUNG_PREFIX), 'installer-'));
  const prefix = path.join(place, 'prefix');
  // Links, but for the registry: Wine writes into a file of it that has a second name, and replaces all others.
  execFileSync('cp', ['-al', HOITUNG_PREFIX, prefix]);
  for (const name of ['system.reg', 'user.reg', 'userdef.reg']) {
    execFileSync('cp', ['--remove-destination', path.join(HOITUNG_PREFIX, name), prefix]);
  }
  const env = {
    ...process.env,
    WINEPREFIX: prefix,
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    // It would write the shortcuts into the Linux desktop too.
    WINEDLLOVERRIDES: 'winemenubuilder.exe=d',
    USER: user,
    LOGNAME: user,
    LC_ALL: locales[language],
    LOCPATH: HOITUNG_LOCALES,
  };
  if (!screen) delete env.DISPLAY;
  const server = (flag) => execFileSync('timeout', ['60', 'wineserver', flag], { env });
  t.after(() => {
    try {
      server('--kill');
    } catch {
      // None was left.
    }
    fs.rmSync(place, { recursive: true, force: true });
  });

  let count = 0;
  const drive = path.join(prefix, 'drive_c');
  const profile = path.join(drive, 'users', user);
  const start = (program, args = [], { cwd = place, limit = 180, more = {} } = {}) => {
    const its = { ...env, ...more };
    // Into files: what Wine starts beside the program would hold a pipe open for longer than the program lives.
    const [out, err] = ['out', 'err'].map((name) => path.join(place, `${(count += 1)}-${name}`));
    const stdio = ['pipe', fs.openSync(out, 'w'), fs.openSync(err, 'w')];
    const child = spawn('timeout', ['--kill-after=5', `${limit}`, 'wine', program, ...args], { env: its, cwd, stdio });
    for (const file of stdio.slice(1)) fs.closeSync(file);
    const said = {
      get out() {
        return fs.readFileSync(out, 'utf8');
      },
      get err() {
        return fs.readFileSync(err, 'utf8');
      },
    };
    const ended = new Promise((tell) => child.on('exit', (code) => tell(Object.create(said, { code: { value: code } }))));
    return { child, ended, said };
  };
  const run = async (...call) => {
    const ended = await start(...call).ended;
    // Seen: Wine ended a program before its first line. Asking the registry once more does no harm; a refusal has words.
    const again = call[0] === 'reg' && ended.code !== 0 && !ended.out && !ended.err;
    return again ? start(...call).ended : ended;
  };
  const done = async (...call) => {
    const { code, out, err } = await run(...call);
    assert.equal(code, 0, `${call.slice(0, 2).flat().join(' ')}: ${code} ${out}${err}`);
    return out;
  };
  const value = async (of, name) => {
    const { code, out } = await run('reg', ['query', of, '/v', name]);
    return code === 0 ? out.match(/REG_\w+ +(.*?)\r?\n/)?.[1] : undefined;
  };

  return {
    place,
    drive,
    profile,
    programs: path.join(profile, 'AppData/Local/Programs/Hoitung'),
    home: path.join(profile, 'AppData/Local/Hoitung'),
    shortcut: path.join(profile, 'AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Hoitung 開通.lnk'),
    key,
    start,
    run,
    done,
    value,
    version: () => value(key, 'DisplayVersion'),
    /** Of every program that runs on this Windows, word by word. */
    commandLines: () =>
      fs.readdirSync('/proc').flatMap((pid) => {
        try {
          const read = (name) => fs.readFileSync(path.join('/proc', pid, name), 'utf8').split('\0');
          return read('environ').includes(`WINEPREFIX=${prefix}`) ? [read('cmdline').filter(Boolean)] : [];
        } catch {
          // No process, or one that has ended.
          return [];
        }
      }),
    wrote: async (of, name, text) => done('reg', ['add', of, '/v', name, '/d', text, '/f']),
    msi: (...args) => run('msiexec', [...args, '/qn']),
    tool: (name) => path.join(HOITUNG_TOOLS, `${name}.exe`),
    /** Every file, and every line of the registry without its dates. */
    look() {
      // It writes the registry down when the last program is gone.
      server('--wait');
      const files = execFileSync('find', ['drive_c', '-printf', '%p\n'], { cwd: prefix, encoding: 'utf8' }).split('\n');
      const lines = ['user.reg', 'system.reg'].flatMap((name) => registry(fs.readFileSync(path.join(prefix, name), 'utf8')));
      return new Set([...files, ...lines]);
    },
  };
}

/** Each value with its key before it. What Wine itself writes when somebody asks for its key store is no trace of ours. */
function registry(text) {
  let now = '';
  const found = [];
  for (const line of text.replaceAll('\\\n', '').split('\n')) {
    if (line.startsWith('[')) {
      now = line.slice(0, line.lastIndexOf(']') + 1);
      found.push(now);
    } else if (line && !line.startsWith('#')) found.push(`${now} ${line}`);
  }
  return found.filter((line) => !/Credential Manager\] "EncryptionKey"/.test(line));
}

export const added = (before, after) => [...after].filter((line) => !before.has(line));

/** A person in front of that Windows: reads, and presses what is labelled so. */
export function person(pc) {
  // Seen once in many hundreds: Wine ended it before its first line. Whoever waits for a text looks again.
  const read = async () => {
    const { code, out } = await pc.run(pc.tool('hand'), ['read']);
    return code === 0 ? out.split(/\r?\n/) : [];
  };
  return {
    read,
    sees: (text) => until(`“${text}”`, async () => (await read()).some((line) => line.includes(text))),
    press: (label) =>
      until(`a button “${label}”`, async () => (await pc.run(pc.tool('hand'), ['press', label])).code === 0),
    shot: (file) => {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      execFileSync('import', ['-window', 'root', file]);
    },
  };
}
