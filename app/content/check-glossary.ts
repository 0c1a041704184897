import type { Root } from 'mdast'
import type { Report } from './findings.ts'
import { markedWords, termsByWords, wordsOf } from './glossary-schema.ts'
import { citedKeys, countWords, everyNode, parseMarkdown, textNodes } from './markdown.ts'
import { findingAt, type MarkdownPlace } from './markdown-format.ts'
import type { Sources } from './sources.ts'
import { finding } from './yaml-file.ts'

const WORDS_AT_LEAST = 40
const WORDS_AT_MOST = 90

type GlossarySource = NonNullable<Sources['glossary']>

/** Whether every entry leads somewhere, and the lesson that is said to teach a term points at it. */
export function checkGlossary(glossary: GlossarySource, sources: Sources, report: Report): void {
  const known = termsByWords(glossary.value)
  for (const [name, term] of Object.entries(glossary.value)) {
    const say = (field: (string | number)[], message: string) =>
      report.faults.push(finding(glossary, [name, ...field], message))
    term.confirm.forEach((statement, index) => {
      report.confirm.push(finding(glossary, [name, 'confirm', index], statement))
    })
    for (const words of wordsOf(term))
      if (known.get(words) !== name) say(['term'], `"${words}" points at ${known.get(words)} as well`)
    const count = countWords(parseMarkdown(`${term.brief}\n\n${term.more}`))
    if (count < WORDS_AT_LEAST || count > WORDS_AT_MOST)
      say(['more'], `has ${count} words with brief; an entry has ${WORDS_AT_LEAST} to ${WORDS_AT_MOST}`)
    if (citedKeys(term.brief).length > 0) say(['brief'], 'stands on a card, where nothing is cited; cite in more')
    for (const key of citedKeys(term.more))
      if (sources.bibliography && !Object.hasOwn(sources.bibliography.value, key))
        say(['more'], `there is no work ${key} in bibliography.json`)
    term.see.forEach((other, index) => {
      if (!Object.hasOwn(glossary.value, other)) say(['see', index], `there is no term ${other}`)
      if (other === name) say(['see', index], 'a term does not lead to itself')
    })
    checkLesson(glossary, name, sources, report)
  }
}

function checkLesson(glossary: GlossarySource, name: string, { courses }: Sources, report: Report): void {
  const term = glossary.value[name]
  if (!term) return
  const [courseSlug = '', lessonSlug = ''] = term.lesson.split('/')
  const course = courses.find(({ slug }) => slug === courseSlug)
  const lesson = course?.lessons.find(({ slug }) => slug === lessonSlug)
  const say = (message: string) => report.faults.push(finding(glossary, [name, 'lesson'], message))
  if (!course?.lessonSlugs.includes(lessonSlug)) say(`there is no lesson ${term.lesson}`)
  else if (lesson && !markedWords(lesson.markdown).some((words) => wordsOf(term).includes(words)))
    say(`${term.lesson} teaches this and does not mark it: write [[${term.term.toLowerCase()}]] where it first stands`)
}

/** Whether each `[[term]]` of a lesson is one of the glossary's, stands in running text, and once in its section. */
export function checkMarkedTerms(root: Root, place: MarkdownPlace, glossary: GlossarySource, report: Report): void {
  const known = termsByWords(glossary.value)
  let seen = new Set<string | undefined>()
  const fault = (node: Parameters<typeof findingAt>[0], message: string) =>
    report.faults.push(findingAt(node, place, message))
  for (const block of root.children) {
    if (block.type === 'heading' && block.depth === 2) seen = new Set()
    for (const heading of [...everyNode(block)].filter(({ type }) => type === 'heading'))
      if (textNodes(heading).some(({ value }) => value.includes('[['))) fault(heading, 'a heading marks no term')
    for (const node of textNodes(block))
      for (const words of markedWords(node.value)) {
        const name = known.get(words)
        if (!name) fault(node, `the glossary has no term "${words}"`)
        else if (seen.has(name)) fault(node, `"${words}" is marked in this section already`)
        seen.add(name)
      }
  }
}
