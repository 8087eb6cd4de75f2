// The practice server as a test sees it: its journal, through the address that it leaves for other processes.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

export function running(home) {
  return JSON.parse(fs.readFileSync(path.join(home, 'practice', 'running.json'), 'utf8'));
}

export async function journal(home) {
  const answer = await fetch(`${running(home).admin_url}/journal`);
  if (!answer.ok) throw new Error(`journal: HTTP ${answer.status}`);
  return answer.json();
}

export async function admin(home, what, body) {
  const answer = await fetch(`${running(home).admin_url}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${what}: HTTP ${answer.status} ${await answer.text()}`);
}

// Debian's Chromium, kept from calling home.
export async function openBrowser(locale) {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    // A real window on the same screen, so that what it copies lies on the system's clipboard.
    headless: false,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const context = await browser.newContext({ locale, viewport: { width: 1200, height: 900 } });
  return { page: await context.newPage(), close: () => browser.close() };
}
