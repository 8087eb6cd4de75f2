// The system's own dialogs for files, answered as a person does: by typing where.
import { execFileSync } from 'node:child_process';
import { until } from './window.mjs';

function xdotool(...args) {
  try {
    return execFileSync('xdotool', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}

const windows = () => xdotool('search', '--onlyvisible', '--class', 'hoitung').split('\n').filter(Boolean);

// `act` brings the dialog up; a path is typed into it, and it is gone afterwards.
export async function answer(act, path) {
  const before = new Set(windows());
  await act();
  let dialog = '';
  await until('the dialog', () => {
    dialog = windows().find((one) => !before.has(one)) ?? '';
    return dialog !== '';
  });
  // A dialog that is still being drawn swallows what is typed: it is done when it has gone.
  await until('the dialog to take the path', async () => {
    if (!windows().includes(dialog)) return true;
    xdotool('windowfocus', '--sync', dialog);
    xdotool('key', '--window', dialog, 'ctrl+l');
    xdotool('key', 'ctrl+a');
    xdotool('type', '--delay', '4', path);
    xdotool('key', 'Return');
    await until('the dialog to go', () => !windows().includes(dialog), 4_000).catch(() => undefined);
    return !windows().includes(dialog);
  });
}
