// The first screen must stand at once on an old office PC: the script that it needs weighs at most 145 kB, compressed,
// and the words it needs 25 kB. What comes later comes with words of its own; the first screen must not speak of those.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const limits = { script: 145_000, words: 25_000 }
const dist = join(import.meta.dirname, 'dist')
const read = name => readFileSync(join(dist, 'assets', name))
const html = readFileSync(join(dist, 'index.html'), 'utf8')

const needed = new Set([...html.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g)].map(([, name]) => name))
// A set grows while it is walked: what is imported by what is imported comes too. `import(…)` is what comes later.
for (const name of needed) {
  for (const [, imported] of read(name)
    .toString()
    .matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
    needed.add(imported)
}
const weight = name => gzipSync(read(name)).length
const named = prefix => readdirSync(join(dist, 'assets')).filter(name => prefix.test(name))
const [words, later] = [named(/^(english|chinese)-.*\.js$/), named(/^englishLater-.*\.js$/)]
if (words.length !== 2 || later.length !== 1) throw new Error('the words should be in files of their own')
const weights = {
  script: [...needed].reduce((sum, name) => sum + weight(name), 0),
  words: Math.max(...words.map(weight)),
}
for (const [what, limit] of Object.entries(limits)) {
  const kB = Math.round(weights[what] / 1000)
  process.stdout.write(`first screen: ${kB} kB of ${what}, compressed; at most ${limit / 1000}\n`)
  if (weights[what] <= limit) continue
  process.stderr.write('Load what the first screen does not show with later(…).\n')
  process.exitCode = 1
}

const ids = [
  ...read(later[0])
    .toString()
    .matchAll(/(?:^|\\n|[`"'])([a-z][a-z0-9-]*) =/gm),
].map(([, id]) => id)
const script = [...needed].map(name => read(name).toString()).join('\n')
// An id may be composed: `task-${name}`.
const beginnings = new Set([...script.matchAll(/`([a-z][a-z0-9-]*-)\$\{/g)].map(([, beginning]) => beginning))
const isSpoken = id =>
  ['"', "'", '`'].some(quote => script.includes(`${quote}${id}${quote}`)) ||
  [...beginnings].some(beginning => id.startsWith(beginning))
const spoken = ids.filter(isSpoken)
if (ids.length === 0 || spoken.length > 0) {
  process.stderr.write(
    `The first screen speaks of words that come later (shared/words/english.ts): ${spoken.join(', ')}\n`,
  )
  process.exitCode = 1
}
// A name that stands within a sentence, `{ -dingtalk }`, must come with the sentence.
const first = words.map(name => read(name).toString()).join('\n')
const given = new Set([...first.matchAll(/(?:^|\\n|[`"'])(-[a-z-]+) =/gm)].map(([, name]) => name))
const wanted = new Set([...first.matchAll(/\{ ?(-[a-z-]+)/g)].map(([, name]) => name))
const missing = [...wanted].filter(name => !given.has(name))
if (given.size === 0 || missing.length > 0) {
  process.stderr.write(`The first screen's words lack these names: ${missing.join(', ')}\n`)
  process.exitCode = 1
}
