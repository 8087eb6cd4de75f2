// Reminders in the real window: one that is due is told by a real notification daemon, a click leads to its task, it rests
// or is done, and the calendar file is what another library reads.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { cli } from './lib/company.mjs';
import { notifications } from './lib/desktop.mjs';
import { saveAs } from './lib/saveAs.mjs';
import { openWindow, place, until } from './lib/window.mjs';
import { words } from './lib/words.mjs';

const company = '示範貿易（香港）有限公司';
// Hong Kong's date, so many days from now.
const day = (days) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Hong_Kong' }).format(new Date(Date.now() + days * 86_400_000));

function connected(where) {
  const env = { ...process.env, HOITUNG_HOME: where.home };
  const keys = ['--corp-id', 'ding1234567890abcdef1234567890abcd', '--client-id', 'dingabcdefghij012345', '--secret-stdin'];
  execFileSync(cli, ['connection', 'add', '--name', company, '--region', 'com', ...keys], { env, input: 'canary-secret-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJ0123' });
  return (...args) => JSON.parse(execFileSync(cli, [...args, '--json'], { env, encoding: 'utf8' }));
}

const events = (file) => {
  const text = fs.readFileSync(file, 'utf8');
  assert.ok(!text.includes('canary-secret'), 'a secret stands in the calendar');
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zones = calendar.getAllSubcomponents('vtimezone').map((one) => new ICAL.Timezone(one));
  assert.deepEqual(zones.map((one) => one.tzid), ['Asia/Hong_Kong']);
  for (const zone of zones) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
};

for (const language of ['en', 'zh-HK']) {
  const say = words(language);

  test(`what is due is told, a click leads there, and it rests or is done, ${language}`, async (t) => {
    const where = place(`reminders-${language}`);
    const run = connected(where);
    const desktop = await notifications(where);
    const open = () => openWindow(where, { args: ['--lang', language], env: { TZ: 'Asia/Hong_Kong' } });
    let window = await open();
    t.after(async () => {
      await window.close();
      desktop.end();
    });
    const shot = (name) => window.shot(path.join(process.cwd(), 'target', 'reminders', language, `${name}.png`));
    const clean = async () => assert.deepEqual(await window.accessibilityFaults(), []);
    await window.click('button', say('welcome-go-on', { name: company }));
    await window.click('button', say('rail-reminders'));
    await window.control('heading', say('reminders-title'));
    await window.sees(say('reminder-kind-secret'));
    await shot('first');
    await clean();

    // What is wrong is told beside its field; what is right is kept.
    const title = say('reminder-kind-allow-list');
    await window.click('button', say('reminders-add'));
    await window.choose(say('reminders-kind'), title);
    await window.fill(new RegExp(`^${say('field-date')}`), '2027-02-29');
    await window.click('button', say('reminders-save'));
    await window.sees(say('problem-date-malformed'));
    await shot('wrong');
    await clean();
    await window.fill(new RegExp(`^${say('field-date')}`), day(0));
    await window.fill(new RegExp(`^${say('field-time-of-day')}`), '00:00');
    await window.announces(say('reminders-saved'), () => window.click('button', say('reminders-save')));
    await window.control('button', `${say('reminder-done')} ${title}`);
    await shot('due');
    await clean();

    // Told once, by the very next start at the latest.
    await window.close();
    window = await open();
    await until('the notification', () => desktop.shown() > 0);
    await window.control('heading', /./);
    desktop.press();
    await window.control('heading', say('task-listed'));
    await until('the focus at the task', async () => (await window.focused())?.name === say('task-listed'));
    await shot('led');
    desktop.close();
    const mine = () => desktop.told().filter((one) => one.title === title);
    const [told] = await until('the notification in the history', () => (mine().length ? mine() : null));
    assert.ok(told.body.includes(company), told.body);
    assert.equal(mine().length, 1, JSON.stringify(desktop.told()));

    // On Home: later, and done.
    await window.click('button', new RegExp(`^${say('rail-home')}`));
    await window.click('button', `${say('reminder-rest')} ${title}`);
    await shot('home');
    await clean();
    await window.announces(say('reminder-rest-told', { what: title }), () => window.click('button', say('reminder-rest-week')));
    const list = () => run('reminder', 'list', '--connection', company).find((one) => one.kind === 'allow-list');
    assert.deepEqual([list().snoozed, list().state], [day(7), 'snoozed']);
    await window.click('button', say('rail-reminders'));
    await window.click('button', `${say('reminders-edit')} ${title}`);
    await window.click('button', say('reminders-leave'));
    await window.click('button', `${say('reminders-edit')} ${title}`);
    await window.choose(say('reminders-ahead'), say('reminders-ahead-days', { days: 1 }));
    await window.announces(say('reminders-saved'), () => window.click('button', say('reminders-save')));
    await window.announces(say('reminder-done-told', { what: title }), () => window.click('button', `${say('reminder-done')} ${title}`));
    assert.deepEqual([list().snoozed, list().due, list().state], [null, day(list().every_days), 'planned']);

    // Due again, and done from Home: it is gone there, and comes back in its time.
    await window.click('button', `${say('reminders-edit')} ${title}`);
    await window.fill(new RegExp(`^${say('field-date')}`), day(0));
    await window.announces(say('reminders-saved'), () => window.click('button', say('reminders-save')));
    await window.click('button', new RegExp(`^${say('rail-home')}`));
    await window.announces(say('reminder-done-told', { what: title }), () => window.click('button', `${say('reminder-done')} ${title}`));
    await window.gone('button', `${say('reminder-done')} ${title}`);
    assert.deepEqual([list().due, list().state], [day(list().every_days), 'planned']);
    await window.click('button', say('rail-reminders'));

    // The calendar, where the person wants it.
    const file = path.join(where.dir, 'my calendar.ics');
    await window.click('button', say('reminders-export-save'));
    await saveAs(file);
    await window.sees(say('reminders-export-told', { path: file }));
    await shot('saved');
    const found = events(file);
    const named = (what) => found.find((one) => one.summary === say('reminder-title-company', { what, company }));
    const [secret, list_] = [named(say('reminder-kind-secret')), named(title)];
    assert.ok(secret && list_ && found.length === 2, JSON.stringify(found.map((one) => one.summary)));

    // What is changed replaces its entry; what is switched off is taken back.
    await window.click('button', `${say('reminders-edit')} ${title}`);
    await window.choose(say('reminders-ahead'), say('reminders-ahead-days', { days: 3 }));
    await window.announces(say('reminders-saved'), () => window.click('button', say('reminders-save')));
    await window.click('switch', say('reminders-switch', { what: say('reminder-kind-secret') }));
    await until('the secret’s to be off', () => run('reminder', 'list').find((one) => one.kind === 'secret').state === 'off');
    const later = path.join(where.dir, 'later.ics');
    run('reminder', 'export', '--ics', later);
    const now = (one) => events(later).find((other) => other.uid === one.uid);
    assert.ok(now(list_).sequence > list_.sequence, 'a changed entry is newer');
    const status = (one) => one.component.getFirstPropertyValue('status');
    assert.deepEqual([status(now(list_)), status(now(secret))], ['CONFIRMED', 'CANCELLED']);
  });

  test(`a calendar is read by another library, and the same again is no update, ${language}`, () => {
    const where = place(`calendar-${language}`);
    const run = connected(where);
    const [first, second] = ['first.ics', 'second.ics'].map((name) => path.join(where.dir, name));
    const export_ = (file) => run('reminder', 'export', '--ics', file, '--lang', language);
    assert.deepEqual(export_(first), { path: first, reminders: 1 });
    const [before] = events(first);
    const { due, every_days: every } = run('reminder', 'list')[0];
    assert.equal(before.summary, say('reminder-title-company', { what: say('reminder-kind-secret'), company }));
    assert.equal(before.startDate.toString(), `${due}T09:30:00`);
    assert.equal(before.startDate.zone.tzid, 'Asia/Hong_Kong');
    assert.equal(before.startDate.toUnixTime(), Date.parse(`${due}T09:30:00+08:00`) / 1000);
    const walk = before.iterator();
    const days = [0, 1, 2, 3].map(() => walk.next().toString().slice(0, 10));
    const after = (count) => new Date(Date.parse(`${due}T00:00:00Z`) + count * every * 86_400_000).toISOString().slice(0, 10);
    assert.deepEqual(days, [0, 1, 2, 3].map(after));
    const alarms = before.component.getAllSubcomponents('valarm').map((one) => one.getFirstPropertyValue('trigger').toString());
    assert.deepEqual(alarms, ['PT0S', '-P7D']);

    export_(second);
    const [same] = events(second);
    assert.deepEqual([same.uid, same.sequence], [before.uid, before.sequence]);
    assert.ok(!fs.readdirSync(where.dir).some((name) => name.endsWith('.part')));
  });
}
