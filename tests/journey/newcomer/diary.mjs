// What the newcomer read, decided and pressed, for whoever wonders why they did not get on.
import fs from 'node:fs';
import path from 'node:path';

export class Diary {
  #shown = '';

  constructor(folder) {
    this.folder = folder;
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    this.file = path.join(folder, 'diary.md');
    this.alerts = [];
    this.longestWait = 0;
    this.shots = 0;
  }

  #note(line) {
    fs.appendFileSync(this.file, `${line}\n`);
  }

  // The secrets of the pretend DingTalk are still none of a report's business.
  #plain(text) {
    return text.replace(/access_token=\S+/g, 'access_token=…').replace(/\bSEC\w{20,}/g, 'SEC…');
  }

  screen(screen) {
    const title = screen.title;
    if (title !== this.#shown) this.#note(`\n## ${title}`);
    this.#shown = title;
  }

  // Until the screen stood still.
  waited(milliseconds) {
    this.longestWait = Math.max(this.longestWait, milliseconds);
  }

  // What went wrong, as it was told.
  met(text) {
    if (this.alerts.at(-1) !== text) this.#note(`- read: ${this.#plain(text).replace(/\n/g, ' ')}`);
    this.alerts.push(text);
  }

  page(screen) {
    this.#note(`- at the console: ${screen.title}`);
  }

  decided(why) {
    this.#note(`- ${this.#plain(why)}`);
  }

  async stuck(window, screen, why) {
    this.#note(`\n**Stuck: ${why}**\n\n\`\`\`\n${this.#plain(screen.text)}\n\`\`\``);
    await window.shot(path.join(this.folder, 'stuck.png'));
  }
}
