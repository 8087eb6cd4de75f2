// Our program on either system, run by the tests of this folder.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const { HOITUNG_LINUX, HOITUNG_WINDOWS, HOITUNG_IN_WINE, WINEPREFIX } = process.env;
const systems = {
  Linux: {
    command: [HOITUNG_LINUX],
    home: () => fs.mkdtempSync(path.join(os.tmpdir(), '開通-')),
  },
  Windows: {
    command: [HOITUNG_IN_WINE, HOITUNG_WINDOWS],
    home: () => {
      const name = `開通-${process.hrtime.bigint()}`;
      fs.mkdirSync(path.join(WINEPREFIX, 'drive_c', name));
      return `C:\\${name}`;
    },
  },
};

export const newHome = (system) => systems[system].home();

export const start = (system, home, args, { env = {}, command = systems[system].command } = {}) => {
  const [program, ...before] = command;
  return spawn(program, [...before, ...args], { env: { ...process.env, HOITUNG_HOME: home, ...env } });
};

/** Runs to its end; its exit code, and what it printed, which is one document. */
export const finish = async (child, input = '') => {
  child.stdin.on('error', () => {}).end(input);
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
  const code = await new Promise((ended) => child.on('close', ended));
  assert.ok(out.startsWith('{') || out.startsWith('['), `${code}: ${out}${err}`);
  return { code, told: JSON.parse(out) };
};

export const run = async (system, home, args, input) => {
  const { code, told } = await finish(start(system, home, [...args, '--json']), input);
  assert.equal(code, 0, `${system} ${args.join(' ')}: ${JSON.stringify(told)}`);
  return told;
};

export const firstLine = async (child) => {
  for await (const line of createInterface(child.stdout)) return JSON.parse(line);
  throw new Error('it ended without a line');
};

/** Practice, running until the test ends. */
export const practice = async (t, system) => {
  const child = start(system, newHome(system), ['practice', '--app', 'ready', '--json']);
  t.after(() => child.kill());
  return firstLine(child);
};

/** A home with one company of that practice, 示範. */
export const company = async (system, ready) => {
  const home = newHome(system);
  const app = ['--corp-id', ready.corp_id, '--client-id', ready.client_id, '--agent-id', ready.agent_id];
  const hosts = ['--old-host', ready.old_host, '--new-host', ready.new_host];
  const add = ['connection', 'add', '--name', '示範', '--region', 'practice', ...app, ...hosts, '--secret-stdin'];
  await run(system, home, add, ready.client_secret);
  return home;
};
