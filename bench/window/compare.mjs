// Ours against the floor (bench/floor), in turn within one run: `bench/window.sh` starts it. Prints Markdown tables.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { tray } from '../../tests/journey/lib/desktop.mjs';
import { idle, memory } from './process.mjs';

const [dir, pairs, seconds] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
// What comes a moment after the first screen has come by then.
const SETTLED = 4000;

const kept = fs.mkdtempSync(path.join(os.tmpdir(), 'window-'));
const anew = () => fs.mkdtempSync(path.join(os.tmpdir(), 'window-'));
const CONTENDERS = {
  floor: { program: 'floor', home: () => kept },
  'ours, as on any day': { program: 'hoitung', home: () => kept },
  'ours, the very first time': { program: 'hoitung', home: anew },
};

async function start(program, home, words = []) {
  const began = Date.now();
  const child = spawn(path.join(dir, program), words, {
    env: { ...process.env, HOITUNG_HOME: home, HOITUNG_TIMING: '1', TZ: 'Asia/Hong_Kong' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ready = new Promise((resolve) => {
    createInterface(child.stderr).on('line', (line) => {
      const told = /TIMING ready epoch_ms=(\d+)/.exec(line);
      if (told) resolve(Number(told[1]) - began);
    });
    child.on('exit', () => resolve(Number.NaN));
  });
  return { child, pid: child.pid, ready };
}

async function end({ child }) {
  const gone = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGTERM');
  await gone;
  // The web view's own processes end a moment after.
  await wait(500);
}

const middle = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};
const spread = (values, digits) =>
  `${middle(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`;
const ratio = (ours, floor) => spread(ours.map((one, at) => one / floor[at]), 3);

/** As the window would have kept it. */
function setting(home, name, value) {
  const words = 'import sqlite3,sys; d=sqlite3.connect(sys.argv[1]); d.execute("INSERT OR REPLACE INTO setting(name, value) VALUES(?, ?)", sys.argv[2:]); d.commit()';
  execFileSync('python3', ['-c', words, path.join(home, 'hoitung.db'), name, value]);
}

async function starts() {
  const seen = Object.fromEntries(Object.keys(CONTENDERS).map((name) => [name, { ms: [], mib: [] }]));
  let order = Object.keys(CONTENDERS);
  for (let round = -1; round < pairs; round += 1) {
    for (const name of order) {
      const { program, home } = CONTENDERS[name];
      const one = await start(program, home());
      const ms = await one.ready;
      if (Number.isNaN(ms)) throw new Error(`${name} ended before it was ready`);
      await wait(SETTLED);
      const mib = memory(one.pid);
      await end(one);
      // The first round fills the system's caches and makes the home.
      if (round >= 0) {
        seen[name].ms.push(ms);
        seen[name].mib.push(mib);
      }
    }
    // On any other day the tour was seen.
    if (round < 0) setting(kept, 'tour', 'seen');
    order = [...order.slice(1), order[0]];
  }
  // With none at all only the other table is wanted.
  if (pairs === 0) return;
  console.log(`| ${pairs} rounds | start to ready, ms | ÷ floor | PSS of all its processes, MiB | ÷ floor |\n|---|---|---|---|---|`);
  for (const [name, { ms, mib }] of Object.entries(seen)) {
    console.log(`| ${name} | ${spread(ms, 0)} | ${ratio(ms, seen.floor.ms)} | ${spread(mib, 0)} | ${ratio(mib, seen.floor.mib)} |`);
  }
}

const framesOf = (pid) =>
  execFileSync('bash', ['-c', `xdotool search --onlyvisible --pid ${pid} --name . || true`], { encoding: 'utf8' }).trim().split('\n').filter(Boolean);

async function hide(pid) {
  execFileSync('python3', [path.join(import.meta.dirname, '../../tests/journey/lib/close.py'), ...framesOf(pid)]);
  for (let left = 100; framesOf(pid).length > 0; left -= 1) {
    if (left === 0) throw new Error('the window does not hide');
    await wait(100);
  }
}

async function background(rounds) {
  const desktop = await tray();
  setting(kept, 'closing', 'keep-running');
  const states = {
    'floor, its window hidden': () => closed('floor'),
    'ours, its window closed': () => closed('hoitung'),
    'ours, started hidden': () => start('hoitung', kept, ['--hidden']),
  };
  async function closed(program) {
    const one = await start(program, kept);
    await one.ready;
    await wait(1000);
    await hide(one.pid);
    return one;
  }
  const seen = Object.fromEntries(Object.keys(states).map((name) => [name, { busy: [], woken: [], mib: [] }]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, begin] of Object.entries(states)) {
      const one = await begin();
      await wait(SETTLED * 3);
      const cost = await idle(one.pid, seconds);
      seen[name].busy.push(cost.busy);
      seen[name].woken.push(cost.woken);
      seen[name].mib.push(memory(one.pid));
      await end(one);
    }
  }
  desktop.end();
  console.log(`\n| ${rounds} × ${seconds} s, nobody looking | ‰ of a processor | wake-ups a second | PSS, MiB |\n|---|---|---|---|`);
  for (const [name, { busy, woken, mib }] of Object.entries(seen)) {
    console.log(`| ${name} | ${spread(busy, 2)} | ${spread(woken, 1)} | ${spread(mib, 0)} |`);
  }
}

await starts();
await background(3);
process.exit(0);
