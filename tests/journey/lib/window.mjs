// The real window, driven through WebKitGTK's own WebDriver. Controls are found as a person finds them: by role and
// visible name.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import fs from 'node:fs';
import path from 'node:path';
import { remote } from 'webdriverio';

export const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const target = process.env.CARGO_TARGET_DIR;
if (!target) throw new Error('CARGO_TARGET_DIR must name the folder of the built window; ./run and ./test set it');
export const binary = path.join(target, 'debug', 'hoitung');
export const patience = 30_000;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function until(what, probe, limit = patience) {
  const end = Date.now() + limit;
  for (;;) {
    const found = await probe();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${limit / 1000} s in vain for ${what}`);
    await new Promise((done) => setTimeout(done, 60));
  }
}

// Nothing, where nobody has copied anything yet.
export function clipboard() {
  try {
    return execFileSync('timeout', ['2', 'xclip', '-selection', 'clipboard', '-o'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

// A place of its own for each journey: the app's home, and a stand-in for the system's browser that notes the address.
export function place(name) {
  const dir = fs.mkdtempSync(path.join(process.env.TMPDIR ?? '/tmp', `journey-${name}-`));
  const bin = path.join(dir, 'bin');
  fs.mkdirSync(bin);
  fs.writeFileSync(path.join(bin, 'xdg-open'), `#!/bin/sh\nprintf '%s\\n' "$1" >> '${dir}/opened'\n`, { mode: 0o755 });
  return {
    dir,
    home: path.join(dir, 'home'),
    path: `${bin}:${process.env.PATH}`,
    opened: () => (fs.existsSync(`${dir}/opened`) ? fs.readFileSync(`${dir}/opened`, 'utf8').trim().split('\n') : []),
  };
}

export async function openWindow(where, { args = [], env = {}, policy = null } = {}) {
  try {
    return await startWindow(where, args, env, policy);
  } catch (error) {
    // On a machine with too much to do, WebKit's driver sometimes waits for ever for a window that is there.
    if (!/TIMEOUT|timed out|in vain for the driver/i.test(String(error))) throw error;
    return startWindow(where, args, env, policy);
  }
}

// Not every machine lets its tests have a view of the files of their own; what needs one says that it was skipped.
export function noView(where) {
  const [program, ...given] = underPolicy(where, {}, ['true']);
  return spawnSync(program, given).status === 0 ? false : 'no view of the files of its own may be had here';
}

// Under what the company's IT has laid down: in a view of the files of its own, where /etc has one more file than it has.
function underPolicy(where, policy, command) {
  const [over, work] = ['over', 'work'].map((name) => path.join(where.dir, `etc-${name}`));
  fs.mkdirSync(path.join(over, 'hoitung'), { recursive: true });
  fs.mkdirSync(work, { recursive: true });
  fs.writeFileSync(path.join(over, 'hoitung', 'policy.json'), typeof policy === 'string' ? policy : JSON.stringify(policy));
  const layers = `lowerdir=/etc,upperdir=${over},workdir=${work}`;
  const own = process.getuid() === 0 ? [] : ['--map-root-user'];
  return ['unshare', '--mount', ...own, 'sh', '-c', `mount -t overlay overlay -o ${layers} /etc && exec "$@"`, 'sh', ...command];
}

async function startWindow(where, args, env, policy) {
  const port = await freePort();
  const log = fs.openSync(path.join(where.dir, 'app.log'), 'a');
  const plain = ['WebKitWebDriver', `--port=${port}`, '--host=127.0.0.1'];
  const [program, ...given] = policy === null ? plain : underPolicy(where, policy, plain);
  const driver = spawn(program, given, {
    env: { ...process.env, HOITUNG_HOME: where.home, PATH: where.path, TAURI_WEBVIEW_AUTOMATION: 'true', ...env },
    stdio: ['ignore', log, log],
  });
  // A journey that fails half-way must leave no driver behind, or its session would never end.
  process.on('exit', () => driver.kill('SIGKILL'));
  await until('the driver', () => fetch(`http://127.0.0.1:${port}/status`).then((r) => r.ok, () => false));
  try {
    const browser = await remote({
      hostname: '127.0.0.1',
      port,
      logLevel: 'error',
      connectionRetryCount: 0,
      connectionRetryTimeout: 60_000,
      capabilities: {
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary, args },
      },
    });
    return new Window(browser, driver, where);
  } catch (error) {
    await new Window(null, driver, where).kill();
    throw error;
  }
}

// Ended, whether anybody has asked how or not. What it had open is closed by the last of its threads.
function isGone(pid) {
  try {
    const ended = / Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/\(.*\)/, ''));
    return ended && fs.readdirSync(`/proc/${pid}/task`).length < 2;
  } catch {
    return true;
  }
}

class Window {
  constructor(browser, driver, where) {
    Object.assign(this, { browser, driver, where });
  }

  // -- seeing

  // What was done is drawn, and whether the last click reached what it was for.
  async settle() {
    return this.#awaits((done) => requestAnimationFrame(() => setTimeout(() => done(!globalThis.unheard))));
  }

  #awaits(script, ...given) {
    return this.#asks(() => this.browser.executeAsync(script, ...given));
  }

  // WebKit's driver now and then cannot read the answer to a script that waited, nor name an element that went away after
  // the script had found it. What is asked this way may be asked again.
  #asks(question) {
    return question().catch((error) => {
      if (!/Could not parse script result|Stale element found/.test(String(error))) throw error;
      return question();
    });
  }

  async text() {
    return this.browser.execute(() => document.body.innerText);
  }

  async sees(text, limit = patience) {
    return until(`«${text}» on the screen:\n${await this.text()}`, async () => (await this.text()).includes(text), limit)
      .catch(async () => {
        throw new Error(`«${text}» never came; the screen says:\n${await this.text()}`);
      });
  }

  // What is done is answered in the quiet log that a screen reader reads from; what stood there before is no answer.
  async announces(text, act) {
    await this.browser.execute(() => document.querySelectorAll('[role="log"] p').forEach((one) => one.setAttribute('data-heard', '')));
    await act();
    const news = () => this.browser.execute(() => [...document.querySelectorAll('[role="log"] p:not([data-heard])')].map((one) => one.innerText));
    await until(`«${text}» to be announced`, async () => (await news()).includes(text)).catch(async (error) => {
      throw new Error(`${error.message}; the screen says:\n${await this.text()}`);
    });
  }

  async shot(file) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    await this.settle();
    await this.settle();
    await this.browser.saveScreenshot(file);
  }

  async resize(width, height) {
    await this.browser.setWindowSize(width, height);
    await this.settle();
  }

  // -- finding

  async learnAxe() {
    await this.#axe();
  }

  async #axe() {
    if (!(await this.browser.execute(() => Boolean(globalThis.axe)))) await this.browser.execute(axeSource);
  }

  // All elements of the role whose accessible name is (or holds, for a RegExp) the wanted one; seen ones only.
  async #find(role, name) {
    await this.#axe();
    const pattern = name instanceof RegExp ? { source: name.source } : { exact: name };
    const find = (role, { exact, source }) => {
      const { axe } = globalThis;
      axe.teardown?.();
      axe.setup(document.body);
      try {
        const fold = (text) => text.replace(/\s+/g, ' ').trim();
        return [...document.querySelectorAll('a,button,input,textarea,select,summary,label,[role],h1,h2,h3,[tabindex]')].filter((one) => {
          const actual = axe.commons.aria.getRole(one) ?? (one.type === 'password' ? 'textbox' : null);
          if (actual !== role && !(role === 'textbox' && one.type === 'password')) return false;
          if (!one.checkVisibility?.({ visibilityProperty: true }) && one.type !== 'radio' && one.type !== 'checkbox') return false;
          const said = fold(axe.commons.text.accessibleText(one));
          return source ? new RegExp(source).test(said) : said === fold(exact);
        });
      } finally {
        axe.teardown?.();
      }
    };
    return this.#asks(() => this.browser.execute(find, role, pattern));
  }

  async control(role, name, limit = patience) {
    const [first] = await until(
      `${role} «${name}»`,
      async () => {
        const found = await this.#find(role, name);
        return found.length ? found : null;
      },
      limit,
    ).catch(async (error) => {
      throw new Error(`${error.message}; the screen says:\n${await this.text()}`);
    });
    return this.browser.$(first);
  }

  async gone(role, name) {
    await until(`${role} «${name}» to go away`, async () => !(await this.has(role, name))).catch(async (error) => {
      throw new Error(`${error.message}; the screen says:\n${await this.text()}`);
    });
  }

  // The address as it stands in the panel of a refused address.
  async refusedAddress() {
    return this.browser.execute(() => document.querySelector('[aria-labelledby="refused-heading"] code').innerText.trim());
  }

  // From the top of one control to the top of another.
  async gap(above, below) {
    const [one, other] = [await this.control(...above), await this.control(...below)];
    return this.browser.execute((a, b) => b.getBoundingClientRect().top - a.getBoundingClientRect().top, one, other);
  }

  // DingTalk's codes of the permission points on the screen.
  async codes() {
    return this.browser.execute(() => [...document.querySelectorAll('li code')].map((one) => one.innerText.trim()));
  }

  async choose(name, option) {
    const control = await this.control('combobox', name);
    await control.selectByVisibleText(option);
    await this.settle();
  }

  async options(name) {
    const control = await this.control('combobox', name);
    return this.browser.execute((one) => [...one.options].map((option) => option.text), control);
  }

  async has(role, name) {
    return (await this.#find(role, name)).length > 0;
  }

  // -- doing, with the mouse

  async click(role, name) {
    await this.clickOn(await this.control(role, name), { role, name });
  }

  async clickOn(control, { role, name }) {
    // What slipped away from under the pointer at the last moment is clicked again, as a person does.
    await until(`a click to reach ${role} «${name}»`, async () => {
      await this.#atHand(control, `${role} «${name}»`);
      await control.click();
      return this.settle();
    });
  }

  // In the middle of the page, standing still (a page that is still moving to its next task would slip away under the
  // pointer), and not busy: busy buttons keep the focus and say so with aria-disabled. Its click is listened for.
  #atHand(control, what) {
    const ready = (one, done) => {
      const end = performance.now() + 3_000;
      const place = () => JSON.stringify(one.getBoundingClientRect());
      one.scrollIntoView({ block: 'center' });
      const look = (before) => {
        if (place() === before && !one.matches(':disabled') && one.ariaDisabled !== 'true') {
          globalThis.unheard = true;
          one.addEventListener('click', () => delete globalThis.unheard, { once: true, capture: true });
          done(true);
        } else if (performance.now() > end) done(false);
        else requestAnimationFrame(look.bind(null, place()));
      };
      look(null);
    };
    return until(`${what} to stand still and be enabled`, () => this.#awaits(ready, control));
  }

  async fill(name, value) {
    await this.fillIn(await this.control('textbox', name), value);
  }

  async fillIn(control, value) {
    await this.#atHand(control, 'the field');
    // A remark that comes beside the field above moves this one away from under the pointer; a person clicks again.
    await until('the focus in the field', async () => {
      await control.click();
      return control.isFocused();
    });
    await this.keys(['Control', 'a']);
    await this.keys(['Delete']);
    await this.#type(value);
    await this.settle();
  }

  // WebKit's driver drops letters outside the basic plane (𨋢, 👋); those are pasted, as from another document.
  async #type(value) {
    if (![...value].some((letter) => letter.codePointAt(0) > 0xffff)) {
      const strokes = this.browser.action('key');
      for (const letter of value) strokes.down(letter).up(letter);
      return strokes.perform();
    }
    execFileSync('xclip', ['-selection', 'clipboard'], { input: value, stdio: ['pipe', 'ignore', 'ignore'] });
    // The clipboard changes hands a moment after xclip has returned; until then the page copied before would be pasted.
    await until('the clipboard', () => clipboard() === value);
    return this.keys(['Control', 'v']);
  }

  // The browser beside it takes the screen's focus, and no window manager gives it back: without it, no page draws where it is.
  async activate() {
    const active = () => this.browser.execute(() => document.hasFocus());
    if (await active()) return;
    const [own] = execFileSync('xdotool', ['search', '--onlyvisible', '--name', '^Hoitung'], { encoding: 'utf8' }).trim().split('\n');
    execFileSync('xdotool', ['windowfocus', '--sync', own]);
    await until('the window to be the active one', active);
  }

  // -- doing, with the keyboard alone

  keys(sequence) {
    return this.browser.keys(sequence);
  }

  // Enter as an input method takes it to confirm a candidate: in the middle of the composition, or, as WebKit tells it,
  // just after its end, under the code that such keys share.
  async confirmCandidate(name) {
    await this.browser.execute((one) => {
      const compose = (kind) => one.dispatchEvent(new CompositionEvent(kind, { bubbles: true }));
      const enter = (isComposing) => {
        const event = new KeyboardEvent('keydown', { key: 'Enter', isComposing, bubbles: true, cancelable: true });
        Object.defineProperty(event, 'keyCode', { value: 229 });
        one.dispatchEvent(event);
      };
      compose('compositionstart');
      enter(true);
      compose('compositionend');
      enter(false);
    }, await this.control('textbox', name));
  }

  async focused() {
    await this.#axe();
    return this.browser.execute(() => {
      const { axe } = globalThis;
      const one = document.activeElement;
      if (!one || one === document.body) return null;
      axe.teardown?.();
      axe.setup(document.body);
      try {
        const role = axe.commons.aria.getRole(one) ?? (one.type === 'password' ? 'textbox' : one.tagName.toLowerCase());
        const name = axe.commons.text.accessibleText(one).replace(/\s+/g, ' ').trim();
        return { role, name, group: one.type === 'radio' ? one.name : null };
      } finally {
        axe.teardown?.();
      }
    });
  }

  async textInFocus() {
    return this.browser.execute(() => (document.activeElement === document.body ? '' : document.activeElement.innerText));
  }

  // Presses Tab (or an arrow, inside a group of radio buttons) until the control has the focus, as a person would.
  async tabTo(role, name) {
    await this.control(role, name);
    const fits = (here) =>
      here && here.role === role && (name instanceof RegExp ? name.test(here.name) : here.name === name.replace(/\s+/g, ' ').trim());
    for (let presses = 0; presses < 160; presses += 1) {
      const here = await this.focused();
      if (fits(here)) return;
      if (role === 'radio' && here?.role === 'radio') {
        const seen = new Set();
        for (let now = here; now && !seen.has(now.name); now = await this.focused()) {
          if (fits(now)) return;
          seen.add(now.name);
          await this.keys(['ArrowDown']);
        }
      }
      await this.keys(['Tab']);
    }
    throw new Error(`no number of Tab presses reached ${role} «${name}»`);
  }

  async press(role, name) {
    await this.tabTo(role, name);
    const control = await this.control(role, name);
    const ready = async () => (await control.isEnabled()) && (await control.getAttribute('aria-disabled')) !== 'true';
    await until(`${role} «${name}» to be enabled`, ready);
    await this.keys([role === 'checkbox' || role === 'radio' ? ' ' : 'Enter']);
    await this.settle();
  }

  async write(name, value) {
    await this.tabTo('textbox', name);
    await this.keys(['Control', 'a']);
    await this.keys(['Delete']);
    await this.#type(value);
    await this.settle();
  }

  // -- judging

  async accessibilityFaults() {
    await this.#axe();
    // A page whose code is on its way has no heading yet. One that never gets any is a fault, which the judge tells.
    const headed = () => this.browser.execute(() => document.querySelector('h1') !== null);
    await until('a heading of the page', headed, 5_000).catch(() => {});
    const result = await this.browser.executeAsync((done) => {
      // A colour on its way to another is nobody's choice: the judge sees where it goes.
      const still = new CSSStyleSheet();
      still.replaceSync('*, ::before, ::after { transition: none !important; }');
      document.adoptedStyleSheets.push(still);
      const told = (answer) => {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== still);
        done(answer);
      };
      globalThis.axe.run(document, { resultTypes: ['violations'] }).then(told, (error) => told({ violations: [{ id: String(error), nodes: [] }] }));
    });
    return result.violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.html} ${node.failureSummary}`).join(' | ')}`);
  }

  async wholePage() {
    return this.browser.execute(() => {
      const values = [...document.querySelectorAll('input,textarea')].map((one) => one.value);
      return `${document.documentElement.outerHTML}\n${values.join('\n')}`;
    });
  }

  // -- ending

  pids() {
    const children = (pid) => {
      try {
        return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).trim().split('\n').map(Number);
      } catch {
        return [];
      }
    };
    return children(this.driver.pid).flatMap((pid) => [pid, ...children(pid)]);
  }

  // As a power cut would: no goodbye to anybody.
  async kill() {
    const pids = this.pids();
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {}
    }
    // While its name is still on the session's bus, the next start would take itself for the second one and end.
    await until('the window to be gone', () => pids.every(isGone));
    await this.#endDriver();
  }

  async close() {
    await this.browser.deleteSession().catch(() => {});
    await this.kill();
  }

  async #endDriver() {
    if (this.driver.exitCode !== null || this.driver.signalCode !== null) return;
    const gone = once(this.driver, 'exit');
    this.driver.kill('SIGKILL');
    await gone;
  }
}

export { until };
