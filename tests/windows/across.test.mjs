// A program of the one system talks to practice of the other: what is said between them holds no habit of either.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { company, firstLine, practice, run, start } from './lib/systems.mjs';

for (const [server, client] of [
  ['Windows', 'Linux'],
  ['Linux', 'Windows'],
]) {
  test(`a company of practice on ${server} is set up, written to and listened to on ${client}`, async (t) => {
    const ready = await practice(t, server);
    const ask = async (method, place, body) => {
      const answer = await fetch(`${ready.admin_url}${place}`, { method, body, headers: { 'content-type': 'application/json' } });
      assert.ok(answer.ok, `${place}: ${answer.status}`);
      return answer.json();
    };
    const home = await company(client, ready);
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
