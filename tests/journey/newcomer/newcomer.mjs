// A newcomer: knows nothing of Hoitung but what is on the screen. Each turn they look, decide by what they read, and do one
// thing. Which stop they are at they do not know, and they follow no plan of ours.
import { seeWindow } from './eyes.mjs';
import { windowHands } from './hands.mjs';
import { visit } from './site.mjs';
import { tongues } from './tongue.mjs';

const mostTurns = 120;

export class Newcomer {
  constructor({ window, page, language, diary, patience = 60_000, meanwhile = async () => {} }) {
    const tongue = tongues[language];
    Object.assign(this, { window, page, tongue, diary, patience, meanwhile, hands: windowHands(window) });
    this.knows = {
      company: tongue.company,
      email: 'office@demo-trading.example',
      name: '示範同事',
      appName: '財務訊息',
      appDescription: '通知財務部同事',
      robotName: '財務部',
      message: '你好，財務部：今日收款 HK$1,234.50',
    };
    /** What was done at the console, and which errands were run. */
    this.seen = new Set();
    this.tries = new Map();
  }

  async arrive() {
    for (let turn = 0; turn < mostTurns; turn += 1) {
      const screen = await this.#see();
      if (this.tongue.finished.test(screen.text) && this.tongue.arrived.test(screen.title) && !this.#isOpen(screen)) return;
      const step = this.#decide(screen);
      if (!step) return this.#stuck(screen, 'nothing on the screen says what to do next');
      const same = `${step.why}\n${screen.text}`;
      const times = (this.tries.get(same) ?? 0) + 1;
      this.tries.set(same, times);
      if (times > 3) return this.#stuck(screen, `the same for the fourth time: ${step.why}`);
      this.diary.decided(step.why);
      await step.does();
      await this.meanwhile();
    }
    return this.#stuck(await this.#see(), `not there after ${mostTurns} turns`);
  }

  async #stuck(screen, why) {
    await this.diary.stuck(this.window, screen, why);
    throw new Error(`the newcomer is stuck: ${why}; see ${this.diary.file}`);
  }

  // Something turns while the app works: a person waits for it to stand still.
  async #see() {
    const begun = Date.now();
    const end = begun + this.patience;
    for (;;) {
      const screen = await seeWindow(this.window);
      // A screen without a title is still on its way.
      if ((screen.title && !screen.busy) || Date.now() > end) {
        this.diary.waited(Date.now() - begun);
        this.diary.screen(screen);
        return screen;
      }
      await new Promise((done) => setTimeout(done, 150));
    }
  }

  #decide(screen) {
    return (
      this.#practise(screen) ??
      this.#trouble(screen) ??
      this.#fill(screen) ??
      this.#choose(screen) ??
      this.#errand(screen) ??
      this.#tick(screen) ??
      this.#goOn(screen)
    );
  }

  #isOpen(screen) {
    return screen.parts.some((part) => this.#isTodo(part));
  }

  #isTodo(part) {
    return part.items.some(({ text }) => text && this.tongue.todo.test(text));
  }

  #isDone(part) {
    return part.items.some(({ text }) => text && this.tongue.done.test(text));
  }

  #press(control, why) {
    return control && { why: `${why}: ${control.role} «${control.name}»`, does: () => this.hands.press(control) };
  }

  // Mistakes cost nothing there, says the first page.
  #practise(screen) {
    const buttons = screen.controls('button', this.tongue.practise).filter(({ bold }) => bold);
    return this.#press(buttons[0], 'I would rather practise first');
  }

  // What went wrong is read first; the same words a second time mean that their advice did not help.
  #trouble(screen) {
    const part = screen.parts.find((one) => this.#told(screen, one));
    if (!part) return null;
    const alert = { text: this.#told(screen, part) };
    const words = alert.text.replace(/\d+/g, '#');
    const times = (this.tries.get(words) ?? 0) + 1;
    this.diary.met(alert.text);
    const counted = (step) => step && { ...step, does: async () => (this.tries.set(words, times), await step.does()) };
    if (times > 1) {
      // By turns: look whether something is on that refuses on purpose, and try again.
      const look = times % 2 === 0 && screen.control('button', this.tongue.isTroubleOn, part.items);
      return counted(look ? this.#open(screen, part, [look], { stuck: true }) : this.#retry(screen, part));
    }
    const wait = alert.text.match(this.tongue.wait);
    return counted(
      this.#press(screen.control('button', this.tongue.goOn, part.items), 'it may be lived with') ??
        this.#errandOf(screen, part) ??
        (wait ? this.#waitFor(screen, part, Math.min(Number(wait[1]), 10)) : null) ??
        this.#press(screen.control('button', this.tongue.goTo, part.items), 'that is where it is put right') ??
        this.#retry(screen, part),
    );
  }

  // What stands in red, or waits under a heading of its own with an address, a place to go and a button to try again.
  #told(screen, part) {
    const alert = part.items.find(({ kind }) => kind === 'alert');
    if (alert) return alert.text;
    const words = screen.wordsOf(part);
    const asks = this.tongue.address.test(words) && screen.control('button', this.tongue.again, part.items) && screen.control('button', this.tongue.open, part.items);
    return asks && !this.#isDone(part) && !this.#isTodo(part) ? words : null;
  }

  #retry(screen, part) {
    const again = screen.control('button', this.tongue.again, part.items);
    return this.#press(again && !again.off ? again : this.#bold(screen), 'I try again');
  }

  #waitFor(screen, part, seconds) {
    const retry = this.#retry(screen, part);
    return (
      retry && {
        why: `I wait ${seconds} s, then: ${retry.why}`,
        does: async () => {
          await new Promise((done) => setTimeout(done, seconds * 1000));
          await retry.does();
        },
      }
    );
  }

  #fill(screen) {
    for (const box of screen.controls('textbox')) {
      if (box.value || box.off) continue;
      const [, thing] = this.tongue.fields.find(([label]) => label.test(box.name)) ?? [];
      const value = this.knows[thing];
      if (!value) continue;
      return { why: `«${box.name}»: I write it in`, does: () => this.hands.write(box, value) };
    }
    return null;
  }

  #choose(screen) {
    for (const group of screen.groups('radio')) {
      if (group.some(({ on }) => on)) continue;
      const one = group.find(({ name, beside }) => this.tongue.recommended.test(`${name} ${beside}`)) ?? group[0];
      return this.#press(one, 'one of these must be chosen');
    }
    for (const group of screen.groups('checkbox')) {
      if (group.length < 2 || group.some(({ name }) => this.tongue.statement.test(name))) continue;
      for (const wish of this.tongue.wishes) {
        const one = group.find(({ name, on }) => wish.test(name) && !on);
        if (one) return this.#press(one, 'that is what I want it for');
      }
    }
    return null;
  }

  // Something to do elsewhere: in the first part that waits, has words for it and a button that leads there.
  #errand(screen) {
    for (const part of screen.parts) {
      const paste = screen.control('button', this.tongue.paste, part.items);
      const empty = screen.controls('textbox').some(({ value, name, beside }) => !value && this.#isKey(name) && !this.tongue.optional.test(beside));
      if (!(this.#isTodo(part) || (paste && empty))) continue;
      const step = this.#errandOf(screen, part);
      if (step) return step;
    }
    return null;
  }

  #isKey(name) {
    const [, thing] = this.tongue.fields.find(([label]) => label.test(name)) ?? [];
    return ['corpId', 'clientId', 'clientSecret'].includes(thing);
  }

  #errandOf(screen, part) {
    const section = screen.parts.filter((other) => other.section === part.section);
    const items = section.flatMap((other) => other.items);
    const buttons = screen.controls('button', this.tongue.open, items).filter(({ off }) => !off);
    if (!buttons.length || this.#isDone({ items: part.items })) return null;
    const become = buttons.filter(({ name }) => this.tongue.become.test(name));
    return this.#open(screen, { ...part, items }, [...become, ...buttons.filter((one) => !become.includes(one))]);
  }

  #open(screen, part, buttons, { stuck = false } = {}) {
    const words = screen.wordsOf(part);
    const errand = {
      quoted: [...words.matchAll(this.tongue.quoted)].map(([, quoted]) => quoted),
      codes: part.items.flatMap(({ text }) => (text && this.tongue.code.test(text) ? [text] : [])),
      address: (words.match(this.tongue.address) ?? screen.text.match(this.tongue.address))?.[0],
      stuck,
    };
    const key = JSON.stringify([part.name, errand]);
    if (!errand.quoted.length && !errand.codes.length && !stuck) return null;
    if (this.seen.has(key) && !stuck) return null;
    return {
      why: `«${part.name}» sends me to the console: ${[...errand.quoted, ...errand.codes].join(', ')}`,
      does: async () => {
        for (const button of buttons) await visit(this, await this.#follow(button), errand);
        this.seen.add(key);
        for (const quoted of errand.quoted) this.seen.add(quoted);
        const back = await this.#see();
        const paste = back.control('button', this.tongue.paste);
        const check = back.control('button', this.tongue.again, back.parts.find(({ name }) => name === part.name)?.items ?? []);
        if (paste && errand.quoted.some((quoted) => quoted.includes('凭证与基础信息'))) await this.hands.press(paste);
        else if (check && !check.off && errand.address) await this.hands.press(check);
      },
    };
  }

  // The system's browser opens what the button names.
  async #follow(button) {
    const before = this.window.where.opened().length;
    this.diary.decided(`pressed: «${button.name}»`);
    await this.hands.press(button);
    const end = Date.now() + 20_000;
    for (;;) {
      const opened = this.window.where.opened()[before];
      if (opened) return opened;
      if (Date.now() > end) throw new Error(`«${button.name}» opened nothing`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  // What no program can see is said once it has been done, or where there is nothing to do but look.
  #tick(screen) {
    for (const part of screen.parts) {
      const box = screen.controls('checkbox', this.tongue.statement, part.items).find(({ on, off }) => !on && !off);
      if (!box) continue;
      const quoted = [...screen.wordsOf(part).matchAll(this.tongue.quoted)].map(([, word]) => word);
      if (quoted.every((word) => this.seen.has(word))) return this.#press(box, 'that is done');
    }
    return null;
  }

  #bold(screen) {
    return screen.controls('button').filter(({ bold, off }) => bold && !off).at(-1);
  }

  #goOn(screen) {
    return this.#press(this.#bold(screen), 'that is the way on');
  }
}
