import { person } from '../lib/walk.mjs';

// The screens beyond the five stops: one entry each. The walk opens them in this order, with a company whose set-up is done, and
// photographs and judges each. `go` leaves the screen as it is to be seen; `seen` must be in sight then.
export const screens = [
  {
    label: 'home',
    async go({ window, hands, say }) {
      await hands.press('button', say('rail-home'));
      await window.control('heading', say('overview-well-practice'));
    },
  },
  {
    label: 'home-checked',
    async go({ window, hands, say }) {
      await hands.press('button', say('overview-check'));
      await window.sees(say('overview-checked-now'));
    },
  },
  {
    label: 'doctor',
    async go({ window, hands, say }) {
      await hands.press('button', say('rail-doctor'));
      await window.control('heading', say('doctor-title'));
    },
  },
  {
    label: 'doctor-told',
    async go({ window, hands, say }) {
      await hands.write(say('doctor-text'), 'errcode 60020 request ip=203.0.113.77; errcode 40014');
      await hands.press('button', say('doctor-read'));
      await window.control('heading', say('doctor-answer'));
    },
    seen: '[role="alert"]',
  },
  {
    label: 'change',
    async go({ window, hands, say }) {
      await hands.press('button', say('rail-change'));
      await window.control('heading', say('change-title'));
    },
  },
  {
    label: 'network',
    async go({ window, hands, say }) {
      await hands.press('button', say('rail-network'));
      await window.control('heading', say('network-title'));
    },
  },
  {
    label: 'reminders',
    async go({ window, hands, say }) {
      await hands.press('button', say('rail-reminders'));
      await window.control('heading', say('reminders-title'));
    },
  },
  {
    label: 'checkup',
    async go({ window, hands, say }) {
      await hands.press('button', say('rail-checkup'));
      await window.control('heading', say('checkup-title'));
    },
  },
  {
    label: 'place',
    async go({ window, hands, say }) {
      await hands.press('button', say('rail-place'));
      await window.control('heading', say('place-title'));
    },
  },
  {
    label: 'handover',
    async go({ window, hands, say }) {
      await hands.press('button', say('rail-handover'));
      await window.control('heading', say('handover-title'));
    },
  },
  {
    label: 'settings',
    async go({ window, hands, say }) {
      await hands.press('button', say('rail-settings'));
      await window.control('heading', say('settings-title'));
    },
  },
  {
    label: 'guides',
    async go({ window, hands, say }) {
      await hands.press('button', say('rail-guides'));
      await window.control('heading', say('guide-title'));
    },
  },
  {
    label: 'glossary',
    async go({ window, hands, say }) {
      await hands.press('button', say('rail-glossary'));
      await window.control('heading', say('glossary-title'));
    },
  },
  {
    label: 'welcome-companies',
    async go({ window, hands, say }) {
      await hands.press('button', say('rail-companies'));
      await window.control('heading', say('welcome-continue'));
    },
  },
  {
    label: 'companies-remove',
    async go({ window, hands, say }) {
      await hands.press('button', say('welcome-more-name', { name: person.company }));
      await hands.press('button', `${say('welcome-remove')} ${person.company}`);
      await window.control('button', say('welcome-keep'));
    },
  },
];
