import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readRatings } from './agreement/read-ratings.ts'
import { reportOn } from './agreement/report.ts'

// npm run agreement -- FILE.csv [--seed N] [--levels 1-7]: every figure of agreement for any ratings, as JSON. See docs/agreement.md.

const USAGE = 'Usage: npm run agreement -- FILE.csv [--seed N] [--levels LOW-HIGH]'

function main(): void {
  const { file, seed, levels } = readArguments()
  const read = readRatings(textOf(file))
  if ('faults' in read) throw new Error([`${file} cannot be used:`, ...read.faults].join('\n'))
  const { ratings, missing, criteria } = read
  const report = reportOn(ratings, { seed, criteria, ...(levels ? { levels } : {}) })
  console.log(JSON.stringify({ file, seed, ratings: ratings.length, missing, ...report }, null, 2))
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Error(`${file} cannot be read: ${codeOf(error) === 'ENOENT' ? 'there is no such file.' : error}`)
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

function readArguments(): { file: string; seed: string; levels?: number[] } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string', default: '1' }, levels: { type: 'string' } },
  })
  const [file, ...others] = positionals
  if (!file || others.length > 0) throw new Error(USAGE)
  return { file, seed: values.seed, ...(values.levels ? { levels: scaleOf(values.levels) } : {}) }
}

function scaleOf(text: string): number[] {
  const [, low, high] = /^(\d+)-(\d+)$/.exec(text) ?? []
  const [from, to] = [Number(low), Number(high)]
  if (!(to > from && to - from <= 100)) throw new Error(`"${text}" is no scale. Write for example 1-7.`)
  return Array.from({ length: to - from + 1 }, (_, step) => from + step)
}

try {
  main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
