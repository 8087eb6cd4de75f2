// What makes trouble for the window, and how its answer is read: text on the clipboard, taken ports, a practice server of
// another process, a session bus of its own with a key store that can be absent or locked.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { binary, until } from './window.mjs';

const program = path.join(path.dirname(binary), 'hoitung-cli');

// -- the window

export function copy(text) {
  execFileSync('xclip', ['-selection', 'clipboard'], { input: text, stdio: ['pipe', 'ignore', 'ignore'] });
}

// Pasted whole, as from another document; typing twenty thousand letters would take minutes.
export async function paste(window, name, text) {
  copy(text);
  const control = await window.control('textbox', name);
  await control.scrollIntoView({ block: 'center' });
  await control.click();
  await window.keys(['Control', 'a']);
  await window.keys(['Control', 'v']);
  await until(`«${name}» to hold the paste`, async () => (await control.getValue()) === text);
}

export async function value(window, name) {
  return (await window.control('textbox', name)).getValue();
}

// The words that belong to a field: those a screen reader reads with it.
export async function beside(window, name, words) {
  const control = await window.control('textbox', name);
  const read = () =>
    window.browser.execute(
      (one) => (one.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.innerText ?? '').join('\n'),
      control,
    );
  await appears(`beside «${name}»`, words, read);
}

// The words in the row or the card of one task.
export async function inTask(window, title, words) {
  const read = async () =>
    window.browser.execute((heading) => heading.closest('li,section').innerText, await window.control('heading', title));
  await appears(`in «${title}»`, words, read);
}

async function appears(where, words, read) {
  const fits = (text) => (words instanceof RegExp ? words.test(text) : text.includes(words));
  let text = '';
  await until(`«${words}» ${where}`, async () => fits((text = await read()))).catch((error) => {
    throw new Error(`${error.message}; it says:\n${text}`);
  });
}

// A message of which one part is not known beforehand.
export function whatever(say, id, name, known = {}) {
  const parts = say(id, { ...known, [name]: '\u0001' }).split('\u0001');
  assert.equal(parts.length, 2, `${id} holds $${name} once`);
  return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^\\n]+'));
}

// The fault's cause, and its way out, in full.
export async function told(window, see, say, id, args = {}) {
  await see(say(id, args));
  assert.ok((await window.text()).includes(say(`${id}.fix`, args)), `the way out of ${id} is not on the screen`);
}

export function goToStop(window, say, stop) {
  return window.click('button', new RegExp(`^${say(`stop-${stop}`)}( |$)`)).then(() => window.control('heading', say(`${stop}-title`)));
}

// -- processes

const started = new Set();
process.on('exit', () => started.forEach((child) => child.kill('SIGKILL')));

function start(command, args, options) {
  const child = spawn(command, args, options);
  started.add(child);
  child.once('exit', () => started.delete(child));
  return child;
}

async function end(child, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

// `hoitung-cli practice` on the same home, until it is stopped.
export async function practiceProcess(home, args = []) {
  const child = start(program, ['practice', '--json', ...args], { env: { ...process.env, HOITUNG_HOME: home }, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(child.stdout), 'line');
  return { pid: child.pid, ready: JSON.parse(line), stop: () => end(child) };
}

// A practice world in which the app is ready, and its keys by the names of their fields.
export async function readyWorld(home) {
  const server = await practiceProcess(home, ['--app', 'ready']);
  const { corp_id, client_id, client_secret, agent_id, robot_webhook, robot_secret } = server.ready;
  await server.stop();
  return {
    keys: { 'corp-id': corp_id, 'client-id': client_id, 'client-secret': client_secret, 'agent-id': agent_id },
    robot: { webhook: robot_webhook, secret: robot_secret },
  };
}

// A second start of the app; how it ended.
export async function startAgain(where) {
  const child = start(binary, ['--practice'], { env: { ...process.env, HOITUNG_HOME: where.home, PATH: where.path }, stdio: 'ignore' });
  const [code] = await Promise.race([
    once(child, 'exit'),
    new Promise((_, reject) => setTimeout(() => reject(new Error('the second start is still there after 15 s')), 15_000).unref()),
  ]).finally(() => end(child, 'SIGKILL'));
  return code;
}

export async function occupy(ports) {
  const servers = ports.map((port) => createServer((socket) => socket.end('taken')).listen(port, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  return () => Promise.all(servers.map((server) => (server.close(), once(server, 'close'))));
}

// -- a key store

const password = 'demo';

// A session bus on which nothing starts by itself but the window that asks for a key store's password.
export async function bareBus(dir) {
  const services = path.join(dir, 'services');
  const run = path.join(dir, 'run');
  fs.mkdirSync(services, { recursive: true });
  fs.mkdirSync(run, { mode: 0o700 });
  fs.copyFileSync('/usr/share/dbus-1/services/org.gnome.keyring.SystemPrompter.service', path.join(services, 'prompter.service'));
  const config = path.join(dir, 'bus.conf');
  fs.writeFileSync(
    config,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir=${dir}</listen><auth>EXTERNAL</auth><servicedir>${services}</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>\n`,
  );
  const bus = start('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address=1'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [address] = await once(createInterface(bus.stdout), 'line');
  const env = { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: run };
  const call = (object, method, ...args) =>
    execFileSync('gdbus', ['call', '--session', '--dest', 'org.freedesktop.secrets', '--object-path', object, '--method', method, ...args], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
  let keyring;
  return {
    env,
    async openKeyStore() {
      keyring = start('gnome-keyring-daemon', ['--unlock', '--foreground', '--components=secrets'], {
        // Without the session's own control folder: it would only talk to the key store there.
        env: { ...process.env, ...env, HOME: dir, GNOME_KEYRING_CONTROL: undefined },
        stdio: ['pipe', 'inherit', 'inherit'],
      });
      keyring.stdin.end(password);
      const waiting = start('gdbus', ['wait', '--session', '--timeout', '20', 'org.freedesktop.secrets'], { env: { ...process.env, ...env } });
      assert.deepEqual(await once(waiting, 'exit'), [0, null], 'the key store came up');
    },
    lock() {
      call('/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.Lock', "['/org/freedesktop/secrets/collection/login']");
      assert.ok(this.isLocked());
    },
    isLocked: () =>
      call('/org/freedesktop/secrets/collection/login', 'org.freedesktop.DBus.Properties.Get', 'org.freedesktop.Secret.Collection', 'Locked').includes('true'),
    // The key store's own window, which is none of ours.
    async typePassword() {
      const seen = () => {
        try {
          return execFileSync('xdotool', ['search', '--name', 'Unlock'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
        } catch {
          return '';
        }
      };
      const [asking] = (await until('the window that asks for the password', seen)).split('\n');
      execFileSync('xdotool', ['windowfocus', '--sync', asking, 'type', password]);
      execFileSync('xdotool', ['key', 'Return']);
      await until('the key store to open', () => !this.isLocked());
    },
    async end() {
      if (keyring) await end(keyring);
      await end(bus);
    },
  };
}

// -- steps

// The steps of one window follow on each other: after one that failed, the next would only wait in vain.
export function steps(t) {
  let failed = false;
  return (name, work) =>
    t.test(name, { skip: failed && 'a step before it failed' }, async (inner) => {
      failed = true;
      await work(inner);
      failed = false;
    });
}
