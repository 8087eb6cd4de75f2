// The request for permissions on paper: Chromium prints it on one page of A4, whatever is asked for.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { cli } from './lib/company.mjs';
import { admin } from './lib/practice.mjs';
import { practiceProcess } from './lib/trouble.mjs';
import { place } from './lib/window.mjs';

const uses = 'group-messages,work-notices,read-staff,read-departments,find-by-mobile,manage-staff,robot-chat,listen-events,sign-in';
const name = '示範貿易有限公司 Harbour Demo Trading (Hong Kong) Limited';

function run(home, args, input = '') {
  return execFileSync(cli, args, { input, encoding: 'utf8', env: { ...process.env, HOITUNG_HOME: home } });
}

// It ends with 1 where a permission is missing, which is what is wanted here.
function check(home, task) {
  try {
    run(home, ['permission', 'check', '--connection', name, '--task', task]);
  } catch (error) {
    if (error.status !== 1) throw error;
  }
}

test('the request fits one page of A4 in every language, and holds no secret', async (t) => {
  const where = place('sheet');
  const server = await practiceProcess(where.home, ['--app', 'ready']);
  t.after(() => server.stop());
  const { corp_id, client_id, client_secret, agent_id } = server.ready;
  const keys = ['--corp-id', corp_id, '--client-id', client_id, '--agent-id', agent_id];
  run(where.home, ['connection', 'add', '--name', name, '--region', 'practice', ...keys, '--secret-stdin'], client_secret);
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  t.after(() => browser.close());
  // Everything is asked for; then nothing, and all that a check can see is too much.
  for (const [task, trouble] of [[uses, true], ['group-messages', false]]) {
    await admin(where.home, 'scenario', { name: 'missing_permission', on: trouble });
    check(where.home, task);
    for (const language of [[], ['--lang', 'en'], ['--lang', 'zh-HK']]) {
      const out = path.join(where.dir, `sheet-${task.length}-${language[1] ?? 'both'}.html`);
      run(where.home, ['permission', 'sheet', '--connection', name, '--out', out, ...language]);
      const text = fs.readFileSync(out, 'utf8');
      assert.ok(!text.includes(client_secret), 'a secret is on paper');
      assert.ok(text.includes('权限管理') && text.includes(client_id));
      const page = await browser.newPage();
      await page.goto(`file://${out}`);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      fs.writeFileSync(out.replace('html', 'pdf'), pdf);
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length;
      assert.equal(pages, 1, `${path.basename(out)} has ${pages} pages`);
      const box = pdf.toString('latin1').match(/\/MediaBox\s*\[([^\]]*)\]/)?.[1].trim().split(/\s+/).map(Number);
      assert.deepEqual(box?.map(Math.round), [0, 0, 595, 842]);
      await page.close();
    }
  }
});
