// Files for a programmer: Postman's own schema takes the collection, newman runs it, and both programs work as they are.
import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import validator from '@har-sdk/validator';
import newman from 'newman';
import { cli } from './lib/company.mjs';
import { journal } from './lib/practice.mjs';
import { practiceProcess } from './lib/trouble.mjs';
import { place } from './lib/window.mjs';

const { PostmanValidator } = validator;
const start = promisify(execFile);
const name = 'Harbour "Demo" \\ 示範\n貿易';

function run(home, args, input = '') {
  return execFileSync(cli, args, { input, encoding: 'utf8', env: { ...process.env, HOITUNG_HOME: home } });
}

function newmanRun(collection, variables) {
  const envVar = Object.entries(variables).map(([key, value]) => ({ key, value }));
  return new Promise((done, failed) => {
    newman.run({ collection, envVar, reporters: [] }, (error, summary) => (error ? failed(error) : done(summary.run)));
  });
}

// Only what a program of the office would have: no settings from here.
function program(dir, [command, file, ...more]) {
  const { PATH, NO_PROXY } = process.env;
  return start(command, [path.join(dir, file), ...more], { env: { PATH, NO_PROXY }, cwd: dir });
}

test('the starter files run as they are, with nothing but the secrets filled in', async (t) => {
  const where = place('starter');
  const server = await practiceProcess(where.home, ['--app', 'ready']);
  t.after(() => server.stop());
  const { corp_id, client_id, client_secret, agent_id, robot_webhook, robot_secret } = server.ready;
  const keys = ['--corp-id', corp_id, '--client-id', client_id, '--agent-id', agent_id];
  run(where.home, ['connection', 'add', '--name', name, '--region', 'practice', ...keys, '--secret-stdin'], client_secret);
  const shown = JSON.parse(run(where.home, ['connection', 'list', '--json']))[0].name;
  const robot = ['robot', 'add', '--connection', shown, '--name', '財務部', '--webhook-stdin'];
  run(where.home, robot, `${robot_webhook}\n${robot_secret}\n`);

  for (const language of ['en', 'zh-HK']) {
    const dir = path.join(where.dir, language);
    const starter = ['starter', '--connection', shown, '--out', dir, '--lang', language];
    run(where.home, starter);
    const files = fs.readdirSync(dir).sort();
    assert.deepEqual(files, ['.env.example', 'README.md', 'dingtalk.mjs', 'dingtalk.postman_collection.json', 'dingtalk.py']);
    for (const file of files) {
      const text = fs.readFileSync(path.join(dir, file), 'utf8');
      for (const secret of [client_secret, robot_secret, new URL(robot_webhook).searchParams.get('access_token')]) {
        assert.ok(!text.includes(secret), `a secret stands in ${file}`);
      }
    }
    assert.throws(() => run(where.home, starter), (error) => error.status === 2 && error.stderr.includes('dingtalk.py'));

    const collection = JSON.parse(fs.readFileSync(path.join(dir, 'dingtalk.postman_collection.json'), 'utf8'));
    assert.deepEqual(await new PostmanValidator().verify(collection), [], 'the schema of Postman v2.1');
    const spoilt = structuredClone(collection);
    delete spoilt.info.name;
    assert.notDeepEqual(await new PostmanValidator().verify(spoilt), [], 'the schema sees a fault');

    const read = await newmanRun(collection, { client_secret });
    assert.deepEqual(read.failures.map((one) => one.error.message), []);
    assert.equal(read.stats.assertions.total, 2, 'the message was left out');
    const sent = await newmanRun(collection, { client_secret, robot_webhook, robot_secret });
    assert.deepEqual([sent.failures.length, sent.stats.assertions.total], [0, 3]);
    const refused = await newmanRun(collection, { client_secret: 'wrong' });
    assert.ok(refused.failures.length > 0, 'a refusal is seen');

    const programs = [['python3', 'dingtalk.py'], ['node', 'dingtalk.mjs']];
    const template = fs.readFileSync(path.join(dir, '.env.example'), 'utf8');
    for (const one of programs) {
      fs.writeFileSync(path.join(dir, '.env'), template);
      await assert.rejects(program(dir, one), (error) => error.stderr.includes('DINGTALK_CLIENT_SECRET'));
      const secrets = `DINGTALK_CLIENT_SECRET=${client_secret}\nROBOT_WEBHOOK=${robot_webhook}\nROBOT_SECRET=${robot_secret}\n`;
      fs.writeFileSync(path.join(dir, '.env'), template + secrets);
      const { stdout } = await program(dir, one);
      assert.match(stdout, /valid for \d+ s[\s\S]+departments/);
      await program(dir, [...one, `由${one[1]}發出 ${language}`]);
    }
    fs.rmSync(path.join(dir, '.env'));
    const sentTexts = (await journal(where.home)).filter((entry) => entry.kind === 'robot_message');
    assert.deepEqual(sentTexts.slice(-2).map((entry) => entry.text), programs.map((one) => `由${one[1]}發出 ${language}`));
    assert.ok(run(where.home, [...starter, '--force']).includes(dir));
  }
});
