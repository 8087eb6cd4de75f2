#!/usr/bin/env node
// Gets a token, says what the app may see, and sends one message if a robot is filled in.
//
//     node dingtalk.mjs              # read only
//     node dingtalk.mjs "Hello"      # also send to the group of ROBOT_WEBHOOK
//
// Settings come from the environment, or from the file .env beside this one. Node 18 or newer; nothing to install.
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

function settings() {
  const found = {};
  const path = new URL('.env', import.meta.url);
  const text = existsSync(path) ? readFileSync(path, 'utf8').replace(/^\uFEFF/, '') : '';
  for (const line of text.split(/\r?\n/)) {
    const at = line.indexOf('=');
    if (at > 0 && !line.trimStart().startsWith('#')) found[line.slice(0, at).trim()] = line.slice(at + 1).trim();
  }
  const set = Object.entries(process.env).filter(([, value]) => value);
  return { ...found, ...Object.fromEntries(set) };
}

function stop(text) {
  console.error(text);
  process.exit(1);
}

async function call(url, body) {
  const answer = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(60_000),
  });
  const text = await answer.text();
  if (!answer.ok) stop(`DingTalk refused (HTTP ${answer.status}): ${text}`);
  const told = JSON.parse(text);
  // The old gateway refuses with HTTP 200 and an errcode that is not 0.
  if ((told.errcode ?? 0) !== 0) stop(`DingTalk refused: ${text}`);
  return told;
}

// Adds timestamp and sign, which a robot with the security setting "signature" wants.
function signed(webhook, secret) {
  if (!secret) return webhook;
  const timestamp = Date.now();
  const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`, 'utf8').digest('base64');
  return `${webhook}&timestamp=${timestamp}&sign=${encodeURIComponent(sign)}`;
}

const given = settings();
const filled = (name) => (given[name]?.startsWith('<') ? '' : (given[name] ?? ''));
const needed = ['DINGTALK_NEW_HOST', 'DINGTALK_OLD_HOST', 'DINGTALK_CLIENT_ID', 'DINGTALK_CLIENT_SECRET'];
const missing = needed.filter((name) => !filled(name));
if (missing.length > 0) stop(`Fill in first: ${missing.join(', ')}`);

const token = await call(`${given.DINGTALK_NEW_HOST}/v1.0/oauth2/accessToken`, {
  appKey: given.DINGTALK_CLIENT_ID,
  appSecret: given.DINGTALK_CLIENT_SECRET,
});
console.log(`Token: valid for ${token.expireIn} s`);
const query = new URLSearchParams({ access_token: token.accessToken });
const scopes = await call(`${given.DINGTALK_OLD_HOST}/auth/scopes?${query}`);
console.log(`The app may see departments: ${scopes.auth_org_scopes?.authed_dept}`);
if (process.argv[2]) {
  if (!filled('ROBOT_WEBHOOK')) stop('Fill in first: ROBOT_WEBHOOK');
  const body = { msgtype: 'text', text: { content: process.argv[2] } };
  await call(signed(given.ROBOT_WEBHOOK, filled('ROBOT_SECRET')), body);
  console.log('Sent.');
}
