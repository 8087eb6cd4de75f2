#!/usr/bin/env node
// usage: packaging/updates/make.mjs VERSION URL PACKAGE KEY WORDS [PLATFORM…]
// Signs PACKAGE as VERSION with minisign's secret KEY (one without a password), and prints the description of it that
// Hoitung asks for (latest.json): everybody will get PACKAGE from URL. WORDS is a file with what is new, in both languages,
// {"version", "en", "zh-HK"}; words about another version are refused.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const [version, url, file, key, words, ...platforms] = process.argv.slice(2);
if (!words) stop('usage: packaging/updates/make.mjs VERSION URL PACKAGE KEY WORDS [PLATFORM…]');
// It answers with another address, and nobody would follow it there (crates/engine/src/update/fetch.rs).
if (/^https:\/\/github\.com\/.+\/releases\//.test(url)) stop(`${url} is redirected; put the package where it is answered with itself`);
const { version: about, ...whatsNew } = JSON.parse(readFileSync(words, 'utf8'));
if (about !== version) stop(`${words} tells what is new in ${about}, not in ${version}`);
for (const language of ['en', 'zh-HK']) if (!whatsNew[language]?.trim()) stop(`${words} says nothing in ${language}`);

// The version within the signature: a good package of long ago cannot be passed off as a new one.
const now = new Date();
const comment = `timestamp:${Math.floor(now / 1000)}\tfile:${basename(file)}\tversion:${version}`;
const place = { url, signature: Buffer.from(sign(comment)).toString('base64') };
const named = platforms.length ? platforms : ['windows-x86_64'];
const description = { version, pub_date: now.toISOString(), whatsNew, platforms: Object.fromEntries(named.map((one) => [one, place])) };
process.stdout.write(`${JSON.stringify(description, null, 2)}\n`);

function sign(comment) {
  const dir = mkdtempSync(join(tmpdir(), 'hoitung-sign-'));
  try {
    const out = join(dir, 'signature');
    execFileSync('minisign', ['-S', '-s', key, '-m', file, '-x', out, '-t', comment], { stdio: ['ignore', 'ignore', 'inherit'] });
    return readFileSync(out);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function stop(why) {
  console.error(why);
  process.exit(2);
}
