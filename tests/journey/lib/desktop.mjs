// What a desktop does beside the window: it shows notifications (dunst, a real daemon), and icons in a tray (a host of
// our own, as the panel of a desktop is one; icons and menus come over the session's bus).
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { until } from './window.mjs';

export { clipboard } from './window.mjs';

const run = (...command) => execFileSync(command[0], command.slice(1), { encoding: 'utf8' });

// A daemon of this place's own; what it was given is asked of it.
export async function notifications(where) {
  const config = path.join(where.dir, 'dunstrc');
  fs.writeFileSync(config, '[global]\nmonitor = 0\nmarkup = full\nidle_threshold = 0\nhistory_length = 50\n');
  const daemon = spawn('dunst', ['-conf', config], { stdio: 'ignore' });
  process.on('exit', () => daemon.kill('SIGKILL'));
  const text = (one) => ({ title: one.summary.data, body: one.body.data, app: one.appname.data, id: one.id.data });
  const count = (what) => Number(run('dunstctl', 'count', what).trim());
  await until('the notifications’ daemon', () => {
    try {
      return count('displayed') >= 0;
    } catch {
      return false;
    }
  });
  return {
    shown: () => count('displayed') + count('waiting'),
    // Pressing one closes it, and it stands in the history.
    press: () => run('dunstctl', 'action', '0'),
    close: () => run('dunstctl', 'close-all'),
    told: () => JSON.parse(run('dunstctl', 'history')).data[0].map(text),
    end: () => daemon.kill('SIGKILL'),
  };
}

export async function tray() {
  const host = spawn('/usr/bin/python3', [path.join(import.meta.dirname, 'tray.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  process.on('exit', () => host.kill('SIGKILL'));
  const lines = createInterface(host.stdout)[Symbol.asyncIterator]();
  const ask = async (...words) => {
    host.stdin.write(`${JSON.stringify(words)}\n`);
    const { value } = await lines.next();
    const answer = JSON.parse(value);
    if (answer?.error) throw new Error(answer.error);
    return answer;
  };
  await ask('ready');
  const items = () => ask('items');
  const menu = async () => (await items())[0]?.menu ?? [];
  return {
    // The icon, with its menu as it now is.
    icon: (where = () => true) => until('an icon in the tray', async () => (await items()).find(where)),
    none: () => until('no icon in the tray', async () => (await items()).length === 0),
    press: (label) =>
      until(`«${label}» in the tray’s menu`, async () => {
        const found = (await menu()).find((one) => one.label === label && one.enabled);
        if (!found) return false;
        try {
          await ask('press', found.id);
          return true;
        } catch (error) {
          // The menu was made anew between the look and the press: a person would not have seen the old one.
          if (/does not refer to a menu item/.test(error.message)) return false;
          throw error;
        }
      }),
    says: (label) => until(`«${label}» in the tray’s menu`, async () => (await menu()).some((one) => one.label === label)),
    end: () => host.kill('SIGKILL'),
  };
}
