// A practice company whose app has everything, and a connection to it that was never set up step by step. The server that
// made it is gone: the window runs its own. With `purposes` it is known what the company wants, and what is missing.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { binary } from './window.mjs';

export const cli = path.join(path.dirname(binary), 'hoitung-cli');

export async function prepared(where, company, purposes = '') {
  const env = { ...process.env, HOITUNG_HOME: where.home };
  const server = spawn(cli, ['practice', '--app', 'ready', '--json'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(server.stdout), 'line');
  const ready = JSON.parse(line);
  const given = ['--corp-id', ready.corp_id, '--client-id', ready.client_id, '--agent-id', ready.agent_id, '--secret-stdin'];
  execFileSync(cli, ['connection', 'add', '--name', company, '--region', 'practice', ...given], { env, input: ready.client_secret });
  const run = (...args) => JSON.parse(execFileSync(cli, [...args, '--json'], { env, encoding: 'utf8' }));
  if (purposes) run('permission', 'check', '--connection', company, '--task', purposes);
  server.kill();
  await once(server, 'exit');
  return { ready, env, run };
}
