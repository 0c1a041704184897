import type { Root } from 'mdast'
import type { z } from 'zod'
import { lessonFrontSchema } from './course-schema.ts'
import { emptyReport, type Report } from './findings.ts'
import { checkBlocks, isBlock } from './lesson-format.ts'
import { citedKeys, countWords, parseMarkdown, textNodes } from './markdown.ts'
import { checkMarks, findingAt, type MarkdownPlace } from './markdown-format.ts'
import { finding, parseYaml, type Source } from './yaml-file.ts'

const FRONT_MATTER = /^---\r?\n([\s\S]*?\r?\n)---[ \t]*(?:\r?\n|$)/
const WORDS_AT_LEAST = 500
const WORDS_AT_MOST = 1300

export type LessonSource = {
  slug: string
  front: Source<z.output<typeof lessonFrontSchema>>
  /** As written, and without the blocks that no source carries. */
  markdown: string
  sourcedMarkdown: string
  /** Its tree, and where its text stands: for what only other files can tell. */
  root: Root
  place: MarkdownPlace
}

const countLines = (text: string) => text.split('\n').length - 1

/** Reads one lesson and checks all that can be checked without another file. */
export function readLesson(slug: string, file: string, text: string): { lesson?: LessonSource; report: Report } {
  const report = emptyReport()
  const [head, yaml] = FRONT_MATTER.exec(text) ?? []
  if (head === undefined || yaml === undefined) {
    const message = 'a lesson begins with its front matter between two lines of ---'
    report.faults.push({ file, line: 1, column: 1, field: 'front matter', message })
    return { report }
  }
  const front = parseYaml(lessonFrontSchema, { file, text: yaml, linesBefore: 1 })
  const markdown = text.slice(head.length)
  const place = { file, field: 'text', linesBefore: countLines(head) }
  const root = parseMarkdown(markdown)
  const wordCount = countWords(root)

  report.faults.push(...front.faults, ...checkMarks(root, place), ...checkBlocks(root, place))
  if (wordCount < WORDS_AT_LEAST || wordCount > WORDS_AT_MOST)
    report.faults.push(
      findingAt(root, place, `has ${wordCount} words; a lesson has ${WORDS_AT_LEAST} to ${WORDS_AT_MOST}`),
    )

  const unsourced = root.children.filter((node) => isBlock(node) && node.name === 'needs-source')
  for (const block of unsourced)
    report.needsSource.push(
      findingAt(
        block,
        place,
        textNodes(block)
          .map(({ value }) => value)
          .join(' '),
      ),
    )
  if (!front.source) return { report }

  const sourcedMarkdown = withoutNodes(markdown, unsourced)
  reportConfirm(front.source, report)
  checkCitations(
    front.source,
    textNodes(root).flatMap((node) => citedKeys(node.value)),
    report,
  )
  return { lesson: { slug, front: front.source, markdown, sourcedMarkdown, root, place }, report }
}

const withoutNodes = (
  markdown: string,
  nodes: { position?: { start: { offset?: number }; end: { offset?: number } } }[],
) =>
  nodes.reduceRight(
    (text, { position }) => text.slice(0, position?.start.offset) + text.slice(position?.end.offset ?? text.length),
    markdown,
  )

export function reportConfirm(source: Source<{ confirm: string[] }>, report: Report): void {
  source.value.confirm.forEach((statement, index) => {
    report.confirm.push(finding(source, ['confirm', index], statement))
  })
}

/** A lesson lists the works that it cites, and no other. */
function checkCitations(front: LessonSource['front'], cited: readonly string[], report: Report): void {
  const listed = front.value.references
  for (const key of new Set(cited))
    if (!listed.includes(key))
      report.faults.push(finding(front, ['references'], `${key} is cited in the text and not listed`))
  listed.forEach((key, index) => {
    const path = ['references', index]
    if (!cited.includes(key)) report.faults.push(finding(front, path, `${key} is listed and never cited in the text`))
    if (listed.indexOf(key) !== index) report.faults.push(finding(front, path, `${key} is listed twice`))
  })
}
