// Somebody who has never seen Hoitung, once in each language, from nothing to the end.
import { test } from 'node:test';
import { send } from './newcomer/errand.mjs';

for (const language of ['en', 'zh-HK']) {
  test(`a newcomer who reads only the screen finishes, ${language}`, () => send({ language }));
}
