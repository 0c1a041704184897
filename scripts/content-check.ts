import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listFiles } from '#app/content/content-files.server.ts'
import { type Finding, listFindings } from '#app/content/findings.ts'
import { readContent } from '#app/content/read-content.server.ts'
import { lessonsAlike } from './content/alike.ts'
import { fewQuestions } from './content/few-questions.ts'
import { lessonsOf } from './content/lessons.ts'
import { listLevels } from './content/reading-level.ts'
import { misspelt } from './content/spelling.ts'
import { untrueTimes } from './content/study-time.ts'

/**
 * `npm run content:check -- [DIR]`: reads all of the content and says what is at fault, and what is still open. What is about language
 * (spelling, lessons that repeat each other, reading level) and about stated times is looked at here only: it does not stop a server from starting.
 */
const directory = process.argv[2] ?? 'content'
const { items, report } = await readContent(directory, { withUnsourced: true })
const lessons = lessonsOf(items)
const faults = [...report.faults, ...misspelt(await proseFiles()), ...lessonsAlike(lessons), ...untrueTimes(items)]

/** What people read. A bibliography is made of names and titles. */
async function proseFiles(): Promise<Map<string, string>> {
  const names = (await listFiles(directory)).filter((name) => /\.(md|yaml)$/.test(name))
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(directory, name), 'utf8')] as const)),
  )
}

const say = (title: string, lines: readonly string[]) => {
  if (lines.length > 0) console.log([`${title} (${lines.length})`, ...lines, ''].join('\n'))
}
const tell = (title: string, findings: readonly Finding[]) => say(title, listFindings(findings))

tell('For a clinician to confirm', report.confirm)
tell('Claims without a source, not shown outside the demo', report.needsSource)
say('Lessons by length and reading level (Flesch–Kincaid)', listLevels(lessons))
tell('Notes', [...report.notes, ...fewQuestions(items)])
tell('Faults', faults)

if (faults.length > 0) process.exitCode = 1
else console.log(`${items.length} items read, nothing at fault.`)
