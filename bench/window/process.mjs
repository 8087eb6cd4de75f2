// What Linux tells of a program and of everything that it started: memory, time on a processor, wake-ups.
import fs from 'node:fs';

const read = (file) => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return ''; // gone meanwhile
  }
};

const numbers = (dir) => fs.readdirSync(dir).filter((name) => /^\d+$/.test(name)).map(Number);
const parent = (pid) => Number(read(`/proc/${pid}/stat`).replace(/.*\) . /s, '').split(' ')[0]);

export function treeOf(pid) {
  const all = numbers('/proc').map((one) => [one, parent(one)]);
  const tree = [pid];
  for (const one of tree) tree.push(...all.filter(([, above]) => above === one).map(([child]) => child));
  return tree;
}

/** PSS in MiB: a page that several share counts for its share. */
export const memory = (pid) =>
  treeOf(pid).reduce((sum, one) => sum + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0), 0) / 1024;

/** Of each thread: nanoseconds on a processor, and how often it went to sleep by itself, which is how often it was woken. */
function threads(pid) {
  const found = new Map();
  for (const one of treeOf(pid)) {
    let tasks = [];
    try {
      tasks = numbers(`/proc/${one}/task`);
    } catch {
      continue;
    }
    for (const task of tasks) {
      const dir = `/proc/${one}/task/${task}`;
      const busy = Number(read(`${dir}/schedstat`).split(' ')[0]);
      const woken = Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(read(`${dir}/status`))?.[1] ?? 0);
      found.set(task, { busy, woken });
    }
  }
  return found;
}

/** What the next `seconds` cost: thousandths of one processor, and wake-ups a second. */
export async function idle(pid, seconds) {
  const before = threads(pid);
  const began = process.hrtime.bigint();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const took = Number(process.hrtime.bigint() - began);
  let busy = 0;
  let woken = 0;
  for (const [task, now] of threads(pid)) {
    const then = before.get(task) ?? { busy: 0, woken: 0 };
    busy += now.busy - then.busy;
    woken += now.woken - then.woken;
  }
  return { busy: (busy / took) * 1000, woken: (woken / took) * 1e9 };
}
