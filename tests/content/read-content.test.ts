import { describe, expect, it } from 'vitest'
import { findingLine } from '#app/content/findings.ts'
import { readContent } from '#app/content/read-content.server.ts'
import { lessonHtml } from '#app/content/render-lesson.server.tsx'
import { placeOf } from '#app/domain/study-note.ts'
import { readCast } from '#prisma/demo/cast.ts'
import { readDiscussion } from '#prisma/demo/discussing.ts'
import { markedIn } from '#prisma/demo/lesson-words.ts'
import { readReading } from '#prisma/demo/reading.ts'
import { type Changes, contentFolder, lessonText, replacing } from '#tests/support/content-folder.ts'

const DEMO = 'content/demo'
const LESSON = 'courses/01-first-steps/lessons/01-one.md'
const COURSE = 'courses/01-first-steps/course.yaml'
const QUESTIONS = 'courses/01-first-steps/questions.yaml'
const VIGNETTE = 'vignettes/the-case.yaml'
const RUBRIC = 'rubrics/the-rubric.yaml'
const WORKS = 'bibliography.json'
const PATHWAY = 'pathways/practitioner.yaml'

async function read(changes: Changes = {}, { withUnsourced = true } = {}) {
  const { items, report } = await readContent(await contentFolder(changes), { withUnsourced })
  const lines = (kind: keyof typeof report) => report[kind].map(findingLine)
  return {
    items,
    faults: lines('faults'),
    notes: lines('notes'),
    confirm: lines('confirm'),
    needsSource: lines('needsSource'),
  }
}

const SECOND_DEFAULT = `title: Second
version: 1
source: Another body.
isDefault: true
requirements: [{ id: second, kind: course, course: first-steps, title: First steps, why: First. }]
`

/** One slip each: what was done to which file, and the line that whoever wrote it reads. */
const slips: [slip: string, changes: Changes, fault: string][] = [
  [
    'text that is not YAML',
    { [COURSE]: replacing('title: First steps', 'title: "First steps') },
    `${COURSE}:20:1 yaml: Missing closing`,
  ],
  ['a field that is missing', { [COURSE]: replacing('cpdHours: 2\n', '') }, `${COURSE}:1:1 cpdHours: is missing`],
  [
    'a field that is empty',
    { [COURSE]: replacing('audience: Clinicians.', 'audience:') },
    `${COURSE}:8:1 audience: is empty`,
  ],
  [
    'a field of the wrong kind',
    { [COURSE]: replacing('module: 1', 'module: one') },
    `${COURSE}:3:1 module: must be a number`,
  ],
  [
    'a field that nobody knows',
    { [COURSE]: replacing('module: 1', 'modul: 1\nmodule: 1') },
    `${COURSE}:3:1 modul: is not a field`,
  ],
  [
    'a course that is neither a module nor a level',
    { [COURSE]: replacing('module: 1\n', '') },
    `${COURSE}:1:1 module: a course has either its module, 1 to 7, or level: basic or practitioner`,
  ],
  [
    'a course that is both',
    { [COURSE]: replacing('module: 1', 'module: 1\nlevel: practitioner') },
    `${COURSE}:3:1 module: a course has either its module`,
  ],
  [
    'a module that the syllabus does not have',
    { [COURSE]: replacing('module: 1', 'module: 8') },
    `${COURSE}:3:1 module: `,
  ],
  [
    'a price that names no currency',
    { [COURSE]: replacing('price: free', 'price: 20') },
    `${COURSE}:4:1 price: must be free`,
  ],
  [
    'a price in a currency that is not sold in',
    { [COURSE]: replacing('price: free', 'price: { XAU: 20000 }') },
    `${COURSE}:4:10 price.XAU: is not a field`,
  ],
  [
    'a price in pounds and pence',
    { [COURSE]: replacing('price: free', 'price: { GBP: 19.99 }') },
    `${COURSE}:4:1 price: must be free`,
  ],
  [
    'the same key twice',
    { [COURSE]: replacing('module: 1', 'module: 1\nmodule: 2') },
    `${COURSE}:4:1 yaml: Map keys must be unique`,
  ],
  [
    'a prerequisite that is not there',
    { [COURSE]: replacing('prerequisites: []', 'prerequisites: [nowhere]') },
    `${COURSE}:12:17 prerequisites[0]: there is no course nowhere`,
  ],
  [
    'a course before itself',
    { [COURSE]: replacing('prerequisites: []', 'prerequisites: [first-steps]') },
    `${COURSE}:12:17 prerequisites[0]: a course is not advised before itself`,
  ],
  [
    'a figure that is not drawn',
    { [LESSON]: replacing(':::reflect', ':::figure[It]{name="a-cat"}\nA cat.\n:::\n\n:::reflect') },
    `${LESSON}:22:1 text: figure needs name="…", one of four-dimensions`,
  ],
  [
    'a figure without its words',
    { [LESSON]: replacing(':::reflect', ':::figure[It]{name="six-steps"}\n:::\n\n:::reflect') },
    `${LESSON}:22:1 text: figure is empty`,
  ],
  [
    'a figure without a caption',
    { [LESSON]: replacing(':::reflect', ':::figure{name="six-steps"}\nSix steps.\n:::\n\n:::reflect') },
    `${LESSON}:22:1 text: a figure says in [brackets] what it is called`,
  ],
  [
    'a vignette that is not there',
    { [COURSE]: replacing('[the-case]', '[the-case, gone]') },
    `${COURSE}:13:23 vignettes[1]: there is no vignette gone`,
  ],
  [
    'a rule on vignettes without any',
    { [COURSE]: replacing('[the-case]', '[]') },
    `${COURSE}:18:3 completion.vignettes: the course has no vignettes`,
  ],
  [
    'a rule on questions without any',
    { [QUESTIONS]: '[]' },
    `${COURSE}:16:3 completion.questions: the course has no questions`,
  ],
  [
    'a share of right answers to no questions',
    { [COURSE]: replacing('  questions: all\n', '') },
    `${COURSE}:16:3 completion.correctShare: asks for right answers`,
  ],
  ['a course without course.yaml', { [COURSE]: null }, `${COURSE}:1:1 file: is missing`],
  ['a course without questions.yaml', { [QUESTIONS]: null }, `${QUESTIONS}:1:1 file: is missing`],
  [
    'a course where another page is',
    { 'courses/02-practice/course.yaml': 'title: Second' },
    'courses/02-practice/course.yaml:1:1 file: a course cannot have the slug practice: /learn/practice is a page',
  ],
  [
    'two courses of one slug',
    { 'courses/02-first-steps/course.yaml': 'title: Second' },
    'courses/02-first-steps/course.yaml:1:1 file: another course has the slug first-steps already',
  ],
  [
    'two lessons of one slug',
    { 'courses/01-first-steps/lessons/03-one.md': lessonText('One again') },
    'courses/01-first-steps/lessons/03-one.md:2:1 file: another lesson of this course has the slug one',
  ],
  [
    'a file that content does not have',
    { 'courses/01-first-steps/lesson/01-x.md': 'x' },
    'courses/01-first-steps/lesson/01-x.md:1:1 file: is not the name of a file that content has',
  ],
  [
    'a name with capitals',
    { 'vignettes/The-Case.yaml': 'x' },
    'vignettes/The-Case.yaml:1:1 file: is not the name of a file that content has',
  ],
  ['no bibliography', { [WORKS]: null }, `${WORKS}:1:1 file: is missing`],
  [
    'a work that is neither titled nor described',
    { [WORKS]: replacing('"title": "One work",', '') },
    `${WORKS}:2:3 [0].title: a work has a title, or a genre that describes it`,
  ],
  [
    'a work of no kind that is known',
    { [WORKS]: replacing('"document"', '"song"') },
    `${WORKS}:14:5 [1].type: must be article-journal, book`,
  ],
  [
    'a DOI that is an address',
    { [WORKS]: replacing('"page": "1-2"', '"DOI": "https://doi.org/10.1/x"') },
    `${WORKS}:10:5 [0].DOI: must be a DOI, which begins with 10.`,
  ],
  [
    'one key for two works',
    { [WORKS]: replacing('"second-2020"', '"first-2010"') },
    `${WORKS}:13:5 [1].id: first-2010 is`,
  ],
  [
    'a work that a vignette lists and never cites',
    { [VIGNETTE]: replacing('references: [first-2010]', 'references: [first-2010, second-2020]') },
    `${VIGNETTE}:26:26 references[1]: second-2020 is listed and never cited`,
  ],

  [
    'a lesson without front matter',
    { [LESSON]: 'Just text.' },
    `${LESSON}:1:1 front matter: a lesson begins with its front matter`,
  ],
  [
    'front matter that lacks a field',
    { [LESSON]: replacing('aim: To see what a lesson is.\n', '') },
    `${LESSON}:2:1 aim: is missing`,
  ],
  ['a lesson that is too short', { [LESSON]: (text) => text.replace(/word\d+ /g, '') }, `${LESSON}:12:1 text: has `],
  [
    'raw HTML',
    { [LESSON]: replacing('## A heading', '<script>alert(1)</script>') },
    `${LESSON}:14:1 text: HTML is not part of the format`,
  ],
  [
    'an image',
    { [LESSON]: replacing('## A heading', '![a](b.png)') },
    `${LESSON}:14:1 text: images are not part of the format`,
  ],
  [
    'a link',
    { [LESSON]: replacing('## A heading', 'See [this](https://x.org)') },
    `${LESSON}:14:5 text: a link leads only to the bibliography`,
  ],
  [
    'a bare address',
    { [LESSON]: replacing('## A heading', 'See https://x.org there') },
    `${LESSON}:14:5 text: a link leads only to the bibliography`,
  ],
  [
    'a first-level heading',
    { [LESSON]: replacing('## A heading', '# A heading') },
    `${LESSON}:14:1 text: headings are ## or ###`,
  ],
  [
    'code',
    { [LESSON]: replacing('## A heading', 'Say `this`') },
    `${LESSON}:14:5 text: inlineCode is not part of the format`,
  ],
  [
    'a block that nobody knows',
    { [LESSON]: replacing(':::reflect', ':::think') },
    `${LESSON}:22:1 text: think is not a block that is known`,
  ],
  [
    'a block that is not closed',
    { [LESSON]: replacing('explaining.\n:::', 'explaining.\n') },
    `${LESSON}:22:1 text: reflect stands inside another block`,
  ],
  [
    'a ::: too many',
    { [LESSON]: replacing('## A heading', '## A heading\n\n:::') },
    `${LESSON}:16:1 text: this ::: neither opens nor closes a block`,
  ],
  [
    'a dialogue without its place',
    { [LESSON]: replacing('[Two people in a room]', '') },
    `${LESSON}:16:1 text: a dialogue says in [brackets]`,
  ],
  [
    'a turn without a speaker',
    { [LESSON]: replacing('**Clinician:** What', 'What') },
    `${LESSON}:16:1 text: turn 2 of this dialogue`,
  ],
  [
    'key points that are no list',
    { [LESSON]: replacing('- One point.', 'One point.') },
    `${LESSON}:39:1 text: key-points holds one list`,
  ],
  [
    'a setting without a profession',
    { [LESSON]: replacing('{profession="nurse"}', '') },
    `${LESSON}:35:1 text: setting needs profession=`,
  ],
  [
    'a missing setting',
    { [LESSON]: replacing('profession="nurse"', 'profession="counsellor"') },
    `${LESSON}:12:1 text: the setting for the nurse is missing`,
  ],
  [
    'a setting twice',
    { [LESSON]: replacing('profession="nurse"', 'profession="counsellor"') },
    `${LESSON}:35:1 text: the setting for the counsellor stands here a second time`,
  ],
  [
    'a citation that is not listed',
    { [LESSON]: replacing('## A heading', 'So it is [@second-2020].') },
    `${LESSON}:8:1 references: second-2020 is cited in the text and not listed`,
  ],
  [
    'a listed work that is not cited',
    { [LESSON]: replacing('references: [first-2010]', 'references: [first-2010, second-2020]') },
    `${LESSON}:8:26 references[1]: second-2020 is listed and never cited`,
  ],
  [
    'a work that is not in the bibliography',
    { [LESSON]: (text) => text.replaceAll('first-2010', 'nobody-1999') },
    `${LESSON}:8:14 references[0]: there is no work nobody-1999`,
  ],
  [
    'a citation that cannot be read',
    { [LESSON]: replacing('[@first-2010].', '[@first-2010]. And [@First].') },
    `${LESSON}:12:1 text: this citation cannot be read`,
  ],

  [
    'a question on no lesson',
    { [QUESTIONS]: replacing('lesson: two', 'lesson: three') },
    `${QUESTIONS}:11:3 [1].lesson: the course has no lesson three`,
  ],
  [
    'a question id twice',
    { [QUESTIONS]: replacing('id: q-2', 'id: q-1') },
    `${QUESTIONS}:10:3 [1].id: q-1 is the id of an earlier one`,
  ],
  [
    'an option id twice',
    { [QUESTIONS]: replacing('{ id: b, text: That', '{ id: a, text: That') },
    `${QUESTIONS}:7:9 [0].options[1].id: a is the id of an earlier one`,
  ],
  [
    'an option without feedback',
    { [QUESTIONS]: replacing(', feedback: No.', '') },
    `${QUESTIONS}:7:7 [0].options[1].feedback: is missing`,
  ],
  [
    'a single question with two right answers',
    { [QUESTIONS]: replacing('correct: false', 'correct: true') },
    `${QUESTIONS}:5:3 [0].options: needs exactly one correct option`,
  ],
  [
    'a word of a question stressed as in Markdown, which would show as asterisks',
    { [QUESTIONS]: replacing('prompt: Which one?', 'prompt: Which *one*?') },
    `${QUESTIONS}:4:3 [0].prompt: is plain text`,
  ],
  [
    'an unknown kind of question',
    { [QUESTIONS]: replacing('kind: single', 'kind: essay') },
    `${QUESTIONS}:3:3 [0].kind: must be`,
  ],

  [
    'a rubric that is not there',
    { [VIGNETTE]: replacing('rubric: the-rubric', 'rubric: none') },
    `${VIGNETTE}:3:1 rubric: there is no rubric none`,
  ],
  [
    'a vignette that is too short',
    { [VIGNETTE]: (text) => text.replace(/word\d+ /g, '') },
    `${VIGNETTE}:11:1 situation: situation and transcript have`,
  ],
  [
    'a link in a situation',
    { [VIGNETTE]: replacing('situation: |\n  word0', 'situation: |\n  [a](https://x.org) word0') },
    `${VIGNETTE}:12:1 situation: a link leads only to the bibliography`,
  ],
  [
    'an unlisted citation in a discussion',
    { [VIGNETTE]: replacing('[@first-2010]\nreferences: [first-2010]', '[@first-2010]\nreferences: []') },
    `${VIGNETTE}:24:1 discussion: first-2010 is cited here and not listed`,
  ],
  [
    'a shorter length that is longer',
    { [VIGNETTE]: replacing('[30, 150]', '[150, 30]') },
    `${VIGNETTE}:23:5 prompts[0].words: the shorter length stands first`,
  ],
  [
    'six steps without the six prompts',
    { [VIGNETTE]: replacing('kind: response', 'kind: six-steps') },
    `${VIGNETTE}:19:1 prompts: a six-steps vignette has the prompts`,
  ],
  [
    'a topic that nobody knows',
    { [VIGNETTE]: replacing('[loss]', '[grief]') },
    `${VIGNETTE}:9:12 warning.topics[0]: must be self-harm, suicide`,
  ],
  [
    'a criterion twice',
    {
      [RUBRIC]: replacing(
        'global:\n',
        '  - { id: asking, title: A, asks: B, descriptors: { 1: a, 3: b, 4: c, 5: d, 7: e } }\nglobal:\n',
      ),
    },
    `${RUBRIC}:10:7 criteria[1].id: asking is the id of an earlier one`,
  ],
  [
    'a level without a descriptor',
    { [RUBRIC]: replacing(', 7: asks seven', '') },
    `${RUBRIC}:9:5 criteria[0].descriptors.7: is missing`,
  ],
  [
    'a pathway to a course that is not there',
    { [PATHWAY]: replacing('course: first-steps', 'course: last-steps') },
    `${PATHWAY}:7:5 requirements[0].course: there is no course last-steps`,
  ],
  [
    'a pathway to a vignette that is not there',
    { [PATHWAY]: replacing('vignette: the-case', 'vignette: no-case') },
    `${PATHWAY}:12:5 requirements[1].vignette: there is no vignette no-case`,
  ],
  ...pathwaySlips(),
]

/** Rules in the place of the first requirement's, whose kind stands in line 6. */
function pathwaySlips(): typeof slips {
  const rules: [slip: string, rule: string, fault: string][] = [
    ['a rule that nobody knows', 'kind: magic', '6:5 requirements[0].kind: must be all-of, any-of, course'],
    [
      'a rule on evidence that nobody keeps',
      'kind: count\n    evidence: dreams\n    atLeast: 1',
      '7:5 requirements[0].evidence: must be cases, supervision, clips, trainings, documents or cpd',
    ],
    [
      'a condition that evidence of this kind does not have',
      'kind: count\n    evidence: clips\n    where: { report: true }\n    atLeast: 1',
      '8:14 requirements[0].where.report: is not a field that is known here',
    ],
    [
      'a diagnosis that is none of the portfolio',
      'kind: count\n    evidence: cases\n    where: { diagnosis: [boderline] }\n    atLeast: 1',
      '8:14 requirements[0].where.diagnosis: must be a list of borderline,',
    ],
    [
      'an amount that evidence of this kind does not have',
      'kind: sum\n    evidence: cpd\n    of: minutes\n    atLeast: 1',
      '8:5 requirements[0].of: must be hours or participatoryHours',
    ],
    [
      'a rule that comes after one that is not there',
      'kind: count\n    evidence: cpd\n    after: { requirement: nowhere, is: met }\n    atLeast: 1',
      '8:14 requirements[0].after.requirement: there is no requirement nowhere',
    ],
    [
      'a rule that waits for itself',
      'kind: count\n    evidence: cpd\n    after: { requirement: steps, is: met }\n    atLeast: 1',
      '8:14 requirements[0].after.requirement: steps waits for this one itself',
    ],
    [
      'a distinct group of what cannot be shared out',
      'kind: all-of\n    distinct: true\n    requirements:\n      - { id: a, kind: course, course: first-steps, title: A, why: B }',
      '9:18 requirements[0].requirements[0].kind: must be count, since its group is distinct',
    ],
    [
      'an id that stands in a group too',
      'kind: all-of\n    requirements:\n      - { id: case, kind: course, course: first-steps, title: A, why: B }',
      '11:5 requirements[1].id: case is the id of an earlier one',
    ],
    [
      'a route that could never have the diagnosis',
      `kind: treatments
    each: [{ id: seen, title: Seen, kind: sum, evidence: cases, of: sessions, atLeast: 1 }]
    routes: [{ id: one, title: One, treatments: [{ about: { modality: [individual] }, atLeast: 1 }] }]
    among: { id: bpd, title: BPD, anyOf: [{ about: { modality: [group] }, atLeast: 1 }] }`,
      '8:14 requirements[0].routes[0]: no treatments of this route could be what “BPD” asks for',
    ],
  ]
  return rules.map(([slip, rule, fault]) => {
    return [
      `a pathway with ${slip}`,
      { [PATHWAY]: replacing('kind: course\n    course: first-steps', rule) },
      `${PATHWAY}:${fault}`,
    ]
  })
}

describe('reading content', () => {
  it('finds nothing at fault in a folder that keeps to the format', async () => {
    const { items, faults, notes } = await read()
    expect(faults).toEqual([])
    expect(notes).toEqual([])
    expect(items.map(({ kind, slug }) => `${kind} ${slug}`)).toEqual([
      'rubric the-rubric',
      'vignette the-case',
      'course first-steps',
      'pathway practitioner',
    ])
  })

  it.each(slips)('names file, line and field of %s', async (_slip, changes, fault) => {
    const { items, faults } = await read(changes)
    expect(
      faults.filter((line) => line.startsWith(fault)),
      faults.join('\n'),
    ).not.toEqual([])
    expect(items).toEqual([])
  })

  it('allows one pathway to be the default, and no second', async () => {
    const asDefault = replacing('source: One body.', 'source: One body.\nisDefault: true')
    expect((await read({ [PATHWAY]: asDefault })).faults).toEqual([])
    const { faults } = await read({ [PATHWAY]: asDefault, 'pathways/second.yaml': SECOND_DEFAULT })
    expect(faults).toEqual(['pathways/second.yaml:4:1 isDefault: another pathway is the default already'])
  })

  it('finds every fault at once', async () => {
    const { faults } = await read({
      [COURSE]: replacing('module: 1', 'module: one'),
      [VIGNETTE]: replacing('rubric: the-rubric', 'rubric: none'),
    })
    expect(faults).toHaveLength(2)
  })

  it('does not call a reference to a faulty file dead', async () => {
    const { faults } = await read({ [VIGNETTE]: replacing('minutes: 30', 'minutes: soon') })
    expect(faults).toEqual([`${VIGNETTE}:5:1 minutes: must be a number`])
  })

  it('says that a folder is not there', async () => {
    const { report } = await readContent('/nowhere/at/all', { withUnsourced: true })
    expect(report.faults.map(findingLine)).toEqual(['/nowhere/at/all:1:1 folder: there is no such folder'])
  })

  it('notes a lesson that no question asks about, and publishes all the same', async () => {
    const { items, notes } = await read({ [QUESTIONS]: replacing('lesson: two', 'lesson: one') })
    expect(notes).toEqual(['courses/01-first-steps/lessons/02-two.md:2:1 file: no question is asked about this lesson'])
    expect(items).not.toEqual([])
  })

  it('lists what a clinician should confirm', async () => {
    const { confirm } = await read()
    expect(confirm).toContain(`${LESSON}:10:5 confirm[0]: That this is so.`)
  })

  it('takes "9:am" for what it says and not for a block', async () => {
    const { faults } = await read({ [LESSON]: replacing('## A heading', 'At 9:am we met.') })
    expect(faults).toEqual([])
  })
})

describe('a claim without a source', () => {
  const claim = { [LESSON]: replacing('## A heading', ':::needs-source\nMost clinicians do.\n:::\n\n## A heading') }
  const firstLesson = (items: Awaited<ReturnType<typeof read>>['items']) => {
    const course = items.find(({ kind }) => kind === 'course')
    return course?.kind === 'course' ? course.body.lessons[0] : undefined
  }

  it('is listed by its place', async () => {
    const { needsSource, faults } = await read(claim)
    expect(faults).toEqual([])
    expect(needsSource).toEqual([`${LESSON}:14:1 text: Most clinicians do.`])
  })

  it('stays in the demo', async () => {
    const { items } = await read(claim, { withUnsourced: true })
    expect(firstLesson(items)?.markdown).toContain('Most clinicians do.')
  })

  it('is left out everywhere else, and nothing but it', async () => {
    const { items } = await read(claim, { withUnsourced: false })
    const plain = await read({}, { withUnsourced: false })
    const squeezed = (text = '') => text.replaceAll(/\n+/g, '\n')
    expect(squeezed(firstLesson(items)?.markdown)).toBe(squeezed(firstLesson(plain.items)?.markdown))
    expect(firstLesson(items)?.wordCount).toBe(firstLesson(plain.items)?.wordCount)
  })
})

describe('the content of this repository', () => {
  const reading = readContent('content', { withUnsourced: true })

  it('has nothing at fault', async () => {
    const { report } = await reading
    expect(report.faults.map(findingLine)).toEqual([])
  })

  it('has the words that the demo’s people marked, stopped at and asked about, as each of them sees them', async () => {
    const { items } = await reading
    const { cast } = readCast(DEMO)
    const { notes, stops } = readReading(DEMO)
    const asked = readDiscussion(DEMO).flatMap(({ threads }) =>
      threads.flatMap(({ by, at }) => (at ? [{ by, ...at }] : [])),
    )
    const pointing = [...notes, ...stops, ...asked]
    expect(asked).toHaveLength(2)

    for (const { by, course, lesson: slug, words } of pointing) {
      const lesson = items
        .flatMap((item) => (item.kind === 'course' && item.body.slug === course ? item.body.lessons : []))
        .find((one) => one.slug === slug)
      const marked = lesson && markedIn(lesson, words)
      const { profession = 'other' } = cast.find(({ key }) => key === by) ?? {}
      const shown = lesson && marked && placeOf(marked, lessonHtml(lesson, profession).paragraphs)
      expect(shown?.anchor, `${course}/${slug}: ${words}`).toBe(marked?.anchor ?? 'its paragraph')
    }
  })
})
