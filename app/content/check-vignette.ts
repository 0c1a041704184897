import { checkUnique, checkWorks } from './check-references.ts'
import type { Report } from './findings.ts'
import { markedWords } from './glossary-schema.ts'
import { isBlock } from './lesson-format.ts'
import { citedKeys, countWords, parseMarkdown } from './markdown.ts'
import { checkMarks } from './markdown-format.ts'
import { reportConfirm } from './read-lesson.ts'
import type { Sources } from './sources.ts'
import { type Prompt, STEP_IDS } from './vignette-schema.ts'
import { finding, type Path } from './yaml-file.ts'

const WORDS_AT_LEAST = 350
const DISCUSSION_WORDS = { atLeast: 350, atMost: 700 }

type VignetteSource = NonNullable<ReturnType<Sources['vignette']['get']>>

export function checkVignette(slug: string, vignette: VignetteSource, sources: Sources, report: Report): void {
  const { value } = vignette
  reportConfirm(vignette, report)
  checkWorks(vignette, value.references, sources, report)
  for (const field of ['situation', 'discussion'] as const) checkText(vignette, field, report)
  checkListed(vignette, report)
  checkLength(vignette, report)
  checkParts(vignette, sources, report)
  if (!sources.courses.some(({ course }) => course && isOffered(course.value, slug)))
    report.notes.push(finding(vignette, [], 'no course has this vignette'))
}

/** The Markdown of a field. Its text begins on the line after the field's name, as `field: |` has it. */
function checkText(vignette: VignetteSource, field: 'situation' | 'discussion', report: Report): void {
  const { line } = vignette.at([field])
  const text = vignette.value[field]
  const root = parseMarkdown(text)
  report.faults.push(...checkMarks(root, { file: vignette.file, field, linesBefore: line }))
  if (markedWords(text).length > 0) report.faults.push(finding(vignette, [field], 'only a lesson marks terms'))
  if (root.children.some(isBlock)) report.faults.push(finding(vignette, [field], 'a vignette has no ::: blocks'))
  for (const key of new Set(citedKeys(text)))
    if (!vignette.value.references.includes(key))
      report.faults.push(finding(vignette, [field], `${key} is cited here and not listed under references`))
}

function checkListed(vignette: VignetteSource, report: Report): void {
  const { references, situation, discussion } = vignette.value
  const cited = [...citedKeys(situation), ...citedKeys(discussion)]
  references.forEach((key, index) => {
    if (!cited.includes(key))
      report.faults.push(finding(vignette, ['references', index], `${key} is listed and never cited`))
  })
}

function checkLength(vignette: VignetteSource, report: Report): void {
  const words = (text: string) => countWords(parseMarkdown(text))
  const { situation, discussion } = vignette.value
  const transcript = 'transcript' in vignette.value ? vignette.value.transcript : []
  const shown =
    words(situation) + transcript.reduce((sum, { says, note }) => sum + words(`${note ?? ''}\n\n${says}`), 0)
  if (transcript.length > 0 && shown < WORDS_AT_LEAST) {
    const message = `situation and transcript have ${shown} words together; a vignette has at least ${WORDS_AT_LEAST}`
    report.faults.push(finding(vignette, ['situation'], message))
  }
  const length = words(discussion)
  const { atLeast, atMost } = DISCUSSION_WORDS
  if (length < atLeast || length > atMost)
    report.notes.push(finding(vignette, ['discussion'], `has ${length} words; ${atLeast} to ${atMost} are advised`))
}

const isOffered = ({ vignettes, practice }: { vignettes: string[]; practice: string[] }, slug: string) =>
  vignettes.includes(slug) || practice.includes(slug)

/** What the vignette's own kind has. */
function checkParts(vignette: VignetteSource, sources: Sources, report: Report): void {
  const { value } = vignette
  switch (value.kind) {
    case 'annotate':
      checkCoding(vignette, value, report)
      return
    case 'script-concordance':
    case 'situational-judgement':
      checkUnique(vignette, ['items'], value.items, report)
      return
    case 'unfolding': {
      const prompts = value.stages.flatMap((stage, at) =>
        stage.prompts.map((prompt, index) => ({ ...prompt, path: ['stages', at, 'prompts', index] })),
      )
      checkPrompts(vignette, prompts, report)
      break
    }
    default:
      checkPrompts(
        vignette,
        value.prompts.map((prompt, index) => ({ ...prompt, path: ['prompts', index] })),
        report,
      )
  }
  checkRubric(vignette, value, sources, report)
}

type PlacedPrompt = Prompt & { path: Path }

/** An answer is kept by its prompt's id, so no two of a vignette have the same, in whichever stage. */
function checkPrompts(vignette: VignetteSource, prompts: readonly PlacedPrompt[], report: Report): void {
  for (const { id, words, path } of prompts) {
    if (prompts.find((prompt) => prompt.id === id)?.path !== path)
      report.faults.push(finding(vignette, [...path, 'id'], `${id} is the id of an earlier one`))
    if (words[0] >= words[1])
      report.faults.push(finding(vignette, [...path, 'words'], 'the shorter length stands first'))
  }
}

function checkRubric(
  vignette: VignetteSource,
  { rubric: slug, kind }: { rubric: string; kind: string },
  sources: Sources,
  report: Report,
): void {
  if (!sources.rubric.has(slug)) {
    report.faults.push(finding(vignette, ['rubric'], `there is no rubric ${slug}`))
    return
  }
  const criteria = sources.rubric.get(slug)?.value.criteria.map(({ id }) => id)
  if (kind === 'six-steps' && criteria && criteria.join() !== STEP_IDS.join())
    report.faults.push(finding(vignette, ['rubric'], `a six-steps vignette is marked on ${STEP_IDS.join(', ')}`))
}

type Annotated = Extract<VignetteSource['value'], { kind: 'annotate' }>

/** Every coded passage can be found, once, and its code is one of the vignette's own. */
function checkCoding(vignette: VignetteSource, { transcript, codes, coding }: Annotated, report: Report): void {
  checkUnique(vignette, ['codes'], codes, report)
  coding.forEach(({ turn, words, code }, index) => {
    const says = transcript[turn - 1]?.says
    const fault = (field: string, message: string) =>
      report.faults.push(finding(vignette, ['coding', index, field], message))
    if (!codes.some(({ id }) => id === code)) fault('code', `there is no code ${code}`)
    if (says === undefined) fault('turn', `the transcript has ${transcript.length} turns`)
    else if (says.split(words).length !== 2) fault('words', `must stand exactly once in turn ${turn}`)
  })
}
