// The first screen must stand at once on an old office PC: the script that it needs weighs at most 145 kB, compressed.
// The words of a language are data that every new page adds to, and come as one file: they are weighed apart.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const limits = { script: 145_000, words: 45_000 }
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
const words = readdirSync(join(dist, 'assets')).filter(name => /^(english|chinese)-.*\.js$/.test(name))
if (words.length !== 2) throw new Error('the words of two languages should be in files of their own')
const weights = {
  script: [...needed].reduce((sum, name) => sum + weight(name), 0),
  words: Math.max(...words.map(weight)),
}
for (const [what, limit] of Object.entries(limits)) {
  const kB = Math.round(weights[what] / 1000)
  process.stdout.write(`first screen: ${kB} kB of ${what}, compressed; at most ${limit / 1000}\n`)
  if (weights[what] <= limit) continue
  process.stderr.write('Load what the first screen does not show with import().\n')
  process.exitCode = 1
}
