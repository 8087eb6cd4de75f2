// Releases on this computer, signed with a key that is made here: a description and its package, as a maker would publish them.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

const base64 = (bytes) => Buffer.from(bytes).toString('base64');

// minisign's own format: the algorithm, the key's number, and 32 or 64 bytes.
function makeKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const number = randomBytes(8);
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const lines = (...all) => `${all.join('\n')}\n`;
  return {
    text: base64(lines('untrusted comment: minisign public key', base64(Buffer.concat([Buffer.from('Ed'), number, raw])))),
    sign(bytes, version) {
      const signature = sign(null, createHash('blake2b512').update(bytes).digest(), privateKey);
      const comment = `timestamp:1700000000\tfile:setup.exe\tversion:${version}`;
      const whole = sign(null, Buffer.concat([signature, Buffer.from(comment)]), privateKey);
      const first = base64(Buffer.concat([Buffer.from('ED'), number, signature]));
      return base64(lines('untrusted comment: signature', first, `trusted comment: ${comment}`, base64(whole)));
    },
  };
}

export async function publisher() {
  const key = makeKey();
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
    env: { HOITUNG_UPDATE_ENDPOINT: `${origin}/latest.json`, HOITUNG_UPDATE_KEY: key.text },
    offer(version, { package: bytes = randomBytes(600_000), brought = bytes, held = false, whatsNew } = {}) {
      const place = { url: `${origin}/setup.exe`, signature: key.sign(bytes, version) };
      const platforms = { 'linux-x86_64': place, 'linux-aarch64': place };
      const description = { version, pub_date: '2026-11-20T08:00:00Z', whatsNew, platforms };
      answers.set('/latest.json', { body: Buffer.from(JSON.stringify(description)) });
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
