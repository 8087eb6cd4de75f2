// A program of the one system talks to practice of the other: what is said between them holds no habit of either.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

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

const start = (system, home, args) => {
  const [program, ...before] = systems[system].command;
  return spawn(program, [...before, ...args], { env: { ...process.env, HOITUNG_HOME: home } });
};

/** Runs to its end with `input`; what it printed, which is one document. */
const run = async (system, home, args, input = '') => {
  const child = start(system, home, [...args, '--json']);
  child.stdin.on('error', () => {}).end(input);
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
  const code = await new Promise((ended) => child.on('close', ended));
  assert.equal(code, 0, `${system} ${args.join(' ')}: ${out}${err}`);
  return JSON.parse(out);
};

const firstLine = async (child) => {
  for await (const line of createInterface(child.stdout)) return JSON.parse(line);
  throw new Error('it ended without a line');
};

for (const [server, client] of [
  ['Windows', 'Linux'],
  ['Linux', 'Windows'],
]) {
  test(`a company of practice on ${server} is set up, written to and listened to on ${client}`, async (t) => {
    const practice = start(server, systems[server].home(), ['practice', '--app', 'ready', '--json']);
    t.after(() => practice.kill());
    const ready = await firstLine(practice);
    const ask = async (method, place, body) => {
      const answer = await fetch(`${ready.admin_url}${place}`, { method, body });
      assert.ok(answer.ok, `${place}: ${answer.status}`);
      return answer.json();
    };

    const home = systems[client].home();
    const app = ['--corp-id', ready.corp_id, '--client-id', ready.client_id, '--agent-id', ready.agent_id];
    const hosts = ['--old-host', ready.old_host, '--new-host', ready.new_host];
    const add = ['connection', 'add', '--name', '示範', '--region', 'practice', ...app, ...hosts, '--secret-stdin'];
    await run(client, home, add, ready.client_secret);
    const robot = ['robot', 'add', '--connection', '示範', '--name', '財務部', '--webhook-stdin'];
    await run(client, home, robot, `${ready.robot_webhook}\n${ready.robot_secret}\n`);
    const text = '食飯未呀 𨋢 🚋';
    await run(client, home, ['message', 'send', '--connection', '示範', '--robot', '財務部', '--text', text]);
    const journal = JSON.stringify(await ask('GET', '/journal'));
    assert.ok(journal.includes(text), journal);

    const { eventId } = await ask('POST', '/event', '{"eventType":"user_add_org"}');
    const listening = start(client, home, ['listen', '--connection', '示範', '--count', '1', '--json']);
    t.after(() => listening.kill());
    assert.equal((await firstLine(listening)).eventId, eventId);
  });
}
