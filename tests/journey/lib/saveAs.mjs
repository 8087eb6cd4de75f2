// The system's own “save as”, driven by the keyboard as a person does.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import fs from 'node:fs';
import { until } from './window.mjs';

const xdotool = (...words) => {
  try {
    return execFileSync('xdotool', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim().split('\n').filter(Boolean);
  } catch {
    return [];
  }
};

export async function saveAs(file) {
  const dialogs = () => xdotool('search', '--onlyvisible', '--class', 'hoitung').filter((one) => !/^Hoitung/.test(xdotool('getwindowname', one)[0] ?? ''));
  const [dialog] = await until('the dialog', () => (dialogs().length ? dialogs() : null));
  // No window manager gives the focus here.
  execFileSync('xdotool', ['windowfocus', '--sync', dialog]);
  execFileSync('xdotool', ['key', '--window', dialog, 'ctrl+a']);
  execFileSync('xdotool', ['type', '--window', dialog, '--delay', '15', file]);
  execFileSync('xdotool', ['key', '--window', dialog, 'Return']);
  await until(`the file ${path.basename(file)}`, () => fs.existsSync(file));
}
