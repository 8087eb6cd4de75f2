// Windows as the screen has them, without anybody's driver: which are shown, and the button that closes them.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const xdotool = (...words) => {
  try {
    return execFileSync('xdotool', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim().split('\n').filter(Boolean);
  } catch {
    return [];
  }
};

export const framesOf = (pid) => {
  const shown = new Set(xdotool('search', '--onlyvisible', '--name', '^Hoitung'));
  return xdotool('search', '--pid', String(pid)).filter((one) => shown.has(one));
};

// The button of a window's frame, though no window manager draws one here.
export function closeFrame(pid) {
  execFileSync('python3', [path.join(import.meta.dirname, 'close.py'), ...framesOf(pid)]);
}

export function isRunning(pid) {
  try {
    return !/ Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/\(.*\)/, ''));
  } catch {
    return false;
  }
}
