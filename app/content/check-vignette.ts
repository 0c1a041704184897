import { checkUnique, checkWorks } from './check-references.ts'
import type { Report } from './findings.ts'
import { isBlock } from './lesson-format.ts'
import { citedKeys, countWords, parseMarkdown } from './markdown.ts'
import { checkMarks } from './markdown-format.ts'
import { reportConfirm } from './read-lesson.ts'
import { STEP_IDS } from './schemas.ts'
import type { Sources } from './sources.ts'
import { finding } from './yaml-file.ts'

const WORDS_AT_LEAST = 350
const DISCUSSION_WORDS = { atLeast: 350, atMost: 700 }

type VignetteSource = NonNullable<ReturnType<Sources['vignette']['get']>>

export function checkVignette(slug: string, vignette: VignetteSource, sources: Sources, report: Report): void {
  const { value } = vignette
  reportConfirm(vignette, report)
  checkUnique(vignette, ['prompts'], value.prompts, report)
  checkWorks(vignette, value.references, sources, report)
  for (const field of ['situation', 'discussion'] as const) checkText(vignette, field, report)
  checkLength(vignette, report)
  checkRubric(vignette, sources, report)
  value.prompts.forEach(({ words: [least, most] }, index) => {
    if (least >= most)
      report.faults.push(finding(vignette, ['prompts', index, 'words'], 'the shorter length stands first'))
  })
  if (!sources.courses.some(({ course }) => course?.value.vignettes.includes(slug)))
    report.notes.push(finding(vignette, [], 'no course has this vignette'))
}

/** The Markdown of a field. Its text begins on the line after the field's name, as `field: |` has it. */
function checkText(vignette: VignetteSource, field: 'situation' | 'discussion', report: Report): void {
  const { line } = vignette.at([field])
  const text = vignette.value[field]
  const root = parseMarkdown(text)
  report.faults.push(...checkMarks(root, { file: vignette.file, field, linesBefore: line }))
  if (root.children.some(isBlock)) report.faults.push(finding(vignette, [field], 'a vignette has no ::: blocks'))
  for (const key of new Set(citedKeys(text)))
    if (!vignette.value.references.includes(key))
      report.faults.push(finding(vignette, [field], `${key} is cited here and not listed under references`))
}

function checkLength(vignette: VignetteSource, report: Report): void {
  const words = (text: string) => countWords(parseMarkdown(text))
  const { situation, transcript, discussion } = vignette.value
  const shown =
    words(situation) + transcript.reduce((sum, { says, note }) => sum + words(`${note ?? ''}\n\n${says}`), 0)
  if (shown < WORDS_AT_LEAST) {
    const message = `situation and transcript have ${shown} words together; a vignette has at least ${WORDS_AT_LEAST}`
    report.faults.push(finding(vignette, ['situation'], message))
  }
  const length = words(discussion)
  const { atLeast, atMost } = DISCUSSION_WORDS
  if (length < atLeast || length > atMost)
    report.notes.push(finding(vignette, ['discussion'], `has ${length} words; ${atLeast} to ${atMost} are advised`))
}

function checkRubric(vignette: VignetteSource, sources: Sources, report: Report): void {
  const { rubric: slug, kind } = vignette.value
  if (!sources.rubric.has(slug)) {
    report.faults.push(finding(vignette, ['rubric'], `there is no rubric ${slug}`))
    return
  }
  const criteria = sources.rubric.get(slug)?.value.criteria.map(({ id }) => id)
  if (kind === 'six-steps' && criteria && criteria.join() !== STEP_IDS.join())
    report.faults.push(finding(vignette, ['rubric'], `a six-steps vignette is marked on ${STEP_IDS.join(', ')}`))
}
