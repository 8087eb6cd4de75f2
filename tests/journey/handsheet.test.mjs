// The pages for whoever takes over: Chromium prints each on one page of A4, however much there is to say.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { chromium } from 'playwright-core';
import { cli } from './lib/company.mjs';
import { practiceProcess } from './lib/trouble.mjs';
import { place } from './lib/window.mjs';

const uses = 'group-messages,work-notices,read-staff,read-departments,find-by-mobile,manage-staff,robot-chat,listen-events,sign-in';
const long = '示範國際貿易及物流管理顧問有限公司'.repeat(7).slice(0, 119);
const passphrase = '7KMQ-3FHT-9XWR-VBNC-4DPE';

function run(home, args, input = '') {
  return execFileSync(cli, args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, HOITUNG_HOME: home } });
}

// It ends with 1 where a permission is missing.
function check(home, name, task) {
  try {
    run(home, ['permission', 'check', '--connection', name, '--task', task]);
  } catch (error) {
    if (error.status !== 1) throw error;
  }
}

async function printed(browser, file) {
  const page = await browser.newPage({ viewport: { width: 794, height: 1123 } });
  await page.goto(`file://${file}`);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  fs.writeFileSync(file.replace('html', 'pdf'), pdf);
  await page.screenshot({ path: file.replace('html', 'png'), fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  await page.close();
  const text = pdf.toString('latin1');
  const box = text.match(/\/MediaBox\s*\[([^\]]*)\]/)?.[1].trim().split(/\s+/).map(Number);
  return { pages: text.match(/\/Type\s*\/Page\b(?!s)/g)?.length, box: box?.map(Math.round), wide };
}

test('each page fits one page of A4 in every language, whatever the names, and holds no secret', async (t) => {
  const where = place('handsheet');
  const server = await practiceProcess(where.home, ['--app', 'ready']);
  t.after(() => server.stop());
  const { corp_id, client_id, client_secret, agent_id, robot_webhook, robot_secret } = server.ready;
  const keys = ['--corp-id', corp_id, '--client-id', client_id, '--agent-id', agent_id, '--secret-stdin'];
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  t.after(() => browser.close());
  const secrets = [client_secret, robot_secret, new URL(robot_webhook).searchParams.get('access_token')];
  const add = (name) => run(where.home, ['connection', 'add', '--name', name, '--region', 'practice', ...keys], client_secret);
  const robot = (name, robotName) =>
    run(where.home, ['robot', 'add', '--connection', name, '--name', robotName, '--webhook-stdin'], `${robot_webhook}\n${robot_secret}\n`);

  for (const [name, robots] of [['Harbour Demo', 1], [long, 10]]) {
    add(name);
    for (let at = 0; at < robots; at++) robot(name, robots === 1 ? '財務部' : `${at}號${'香港及九龍倉庫部門群組機械人'.repeat(3)}`);
    check(where.home, name, robots === 1 ? 'read-staff' : uses);
    for (const language of [[], ['--lang', 'en'], ['--lang', 'zh-HK']]) {
      const out = path.join(where.dir, `hand-${robots}-${language[1] ?? 'both'}.html`);
      run(where.home, ['handover', 'sheet', '--connection', name, '--out', out, ...language]);
      const text = fs.readFileSync(out, 'utf8');
      for (const secret of secrets) assert.ok(!text.includes(secret), 'a secret is on paper');
      assert.ok(text.includes(client_id) && text.includes(corp_id) && text.includes('通讯录'));
      assert.doesNotMatch(text, /handover-|sheet-[a-z]+-?[a-z]*<|reminder-kind-|&lt;cn/, 'an id without words');
      if (robots > 1) assert.match(text, language[1] === 'en' ? /and \d+ more/ : /另有 \d+ 項/);
      const health = path.join(where.dir, path.basename(out).replace('hand-', 'health-'));
      run(where.home, ['handover', 'health', '--connection', name, '--out', health, ...language]);
      const told = fs.readFileSync(health, 'utf8');
      for (const secret of secrets) assert.ok(!told.includes(secret), 'a secret is on paper');
      assert.doesNotMatch(told, /(handover|sheet|say|reminder|checkup)-[a-z]+-[a-z-]+<|reminder-kind-/, 'an id without words');
      const paper = path.join(where.dir, path.basename(out).replace('hand-', 'recovery-'));
      const sealed = path.join(where.dir, `${robots}-${language[1] ?? 'both'}.hoitung`);
      const files = ['--out', sealed, '--recovery', paper, '--passphrase-stdin', ...language];
      run(where.home, ['handover', 'export', '--all', ...files], passphrase);
      const onPaper = fs.readFileSync(paper, 'utf8');
      assert.ok(!onPaper.includes(passphrase) && onPaper.includes(sealed) && !onPaper.includes('recovery-'.concat('s')));
      for (const file of [out, health, paper]) {
        const { pages, box, wide } = await printed(browser, file);
        assert.deepEqual([pages, box, wide], [1, [0, 0, 595, 842], false], path.basename(file));
      }
    }
  }
});
