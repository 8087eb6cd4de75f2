// Releases on this computer, made as ours are: signed by minisign with a key that is made here, and described for the window.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';

const make = path.join(import.meta.dirname, '../../../packaging/updates/make.mjs');

export async function publisher() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'publisher-'));
  const [secret, open, file, words] = ['key', 'key.pub', 'setup.exe', 'new.json'].map((name) => path.join(dir, name));
  execFileSync('minisign', ['-G', '-W', '-s', secret, '-p', open], { stdio: 'ignore' });
  const answers = new Map();
  // The second half of a package waits here until somebody lets it go.
  let release = () => {};
  const server = createServer(async (request, response) => {
    const answer = answers.get(request.url);
    if (!answer) return response.writeHead(404).end();
    const half = answer.held ? Math.floor(answer.body.length / 2) : answer.body.length;
    response.writeHead(200, { 'content-length': answer.body.length });
    response.write(answer.body.subarray(0, half));
    if (answer.held) await new Promise((done) => (release = done));
    response.end(answer.body.subarray(half));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    env: { HOITUNG_UPDATE_ENDPOINT: `${origin}/latest.json`, HOITUNG_UPDATE_KEY: fs.readFileSync(open, 'base64') },
    offer(version, { package: bytes = randomBytes(600_000), brought = bytes, held = false, whatsNew } = {}) {
      fs.writeFileSync(file, bytes);
      fs.writeFileSync(words, JSON.stringify({ version, en: 'Unsaid.', 'zh-HK': '未說明。', ...whatsNew }));
      const given = [version, `${origin}/setup.exe`, file, secret, words, 'linux-x86_64', 'linux-aarch64'];
      answers.set('/latest.json', { body: execFileSync(make, given) });
      answers.set('/setup.exe', { body: brought, held });
    },
    release: () => release(),
    async close() {
      release();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
