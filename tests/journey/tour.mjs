// ./run without a screen: the five stops by themselves, in both languages, with pictures and the finish page's text.
import fs from 'node:fs';
import path from 'node:path';
import { begin, shots, stopNames } from './lib/journey.mjs';
import * as stops from './lib/walk.mjs';

for (const language of ['zh-HK', 'en']) {
  const walk = await begin({ name: `tour-${language}`, language, hands: 'mouse', wholePage: true, folder: 'tour', args: ['--practice'] });
  try {
    for (const name of stopNames) {
      process.stdout.write(`  ${language} ${name}\n`);
      await stops[name](walk);
    }
    const text = await stops.finish(walk);
    fs.writeFileSync(path.join(shots, 'tour', language, 'finish.txt'), `${text}\n`);
  } finally {
    await walk.end();
  }
}
