import { expect, it } from 'vitest'
import { findingLine } from '#app/content/findings.ts'
import { readContent } from '#app/content/read-content.server.ts'
import { type Changes, contentFolder, lessonText } from '#tests/support/content-folder.ts'

const FILE = 'courses/00-whole/course.yaml'
const course = (title: string, more: string) => `title: ${title}
summary: A course.
price: free
cpdHours: 2
format: Online
audience: Clinicians.
outcomes: [one, two]
${more}`
const whole = (modules: string, more = '') =>
  course(
    'The whole',
    `level: basic\nstudyHours: 12\nmodules: [${modules}]\ncompletion: { modules: all, attendedHours: 6 }\n${more}`,
  )
const second = course('Second', 'module: 2\nstudyHours: 4\ncompletion: { lessons: all }\n')

/** The folder's own course has two study hours. */
const FOLDER: Changes = {
  [FILE]: whole('first-steps, second-steps'),
  'courses/02-second-steps/course.yaml': second,
  'courses/02-second-steps/questions.yaml': '[]',
  'courses/02-second-steps/lessons/01-one.md': lessonText('One'),
}

async function read(changes: Changes = {}) {
  const { items, report } = await readContent(await contentFolder({ ...FOLDER, ...changes }), { withUnsourced: true })
  return { items, faults: report.faults.map(findingLine) }
}

it('a course of modules has their vignettes, and nothing at fault without lessons and questions of its own', async () => {
  const { items, faults } = await read()
  expect(faults).toEqual([])
  const bodies = items.flatMap(({ kind, body }) => (kind === 'course' ? [body] : []))
  expect(bodies.find(({ slug }) => slug === 'whole')).toMatchObject({
    modules: ['first-steps', 'second-steps'],
    vignettes: bodies.find(({ slug }) => slug === 'first-steps')?.vignettes,
    lessons: [],
  })
})

it.each<[slip: string, changes: Changes, fault: string]>([
  [
    'a module that is not there',
    { [FILE]: whole('first-steps, nowhere') },
    `${FILE}:10:24 modules[1]: there is no course nowhere`,
  ],
  [
    'a module named twice',
    { [FILE]: whole('first-steps, first-steps') },
    `${FILE}:10:24 modules[1]: first-steps is a module of it already`,
  ],
  [
    'a course as its own module',
    { [FILE]: whole('first-steps, whole') },
    `${FILE}:10:24 modules[1]: whole is made of modules itself`,
  ],
  ['one module alone', { [FILE]: whole('first-steps') }, `${FILE}:10:1 modules: a course of modules has at least two`],
  [
    'a module of two courses',
    { 'courses/03-other/course.yaml': whole('first-steps, second-steps') },
    'courses/03-other/course.yaml:10:11 modules[0]: first-steps is a module of whole already',
  ],
  [
    'a course of a course of modules',
    { 'courses/03-other/course.yaml': whole('whole, first-steps') },
    'courses/03-other/course.yaml:10:11 modules[0]: whole is made of modules itself',
  ],
  [
    'lessons beside modules',
    { 'courses/00-whole/lessons/01-one.md': lessonText('One') },
    `${FILE}:10:1 modules: a course of modules has no lessons of its own`,
  ],
  [
    'questions beside modules',
    { 'courses/00-whole/questions.yaml': '[]' },
    'courses/00-whole/questions.yaml:1:1 file: a course of modules has no questions of its own',
  ],
  [
    'a vignette beside modules',
    { [FILE]: whole('first-steps, second-steps', 'vignettes: [the-case]\n') },
    `${FILE}:12:1 vignettes: its modules have their own`,
  ],
  [
    'hours that do not add up',
    { [FILE]: whole('first-steps, second-steps').replace('studyHours: 12', 'studyHours: 20') },
    `${FILE}:9:1 studyHours: its modules and hours live come to 12, not 20`,
  ],
  [
    'a rule for modules where there are none',
    { 'courses/02-second-steps/course.yaml': second.replace('{ lessons: all }', '{ lessons: all, modules: all }') },
    'courses/02-second-steps/course.yaml:10:29 completion.modules: the course has no modules',
  ],
  [
    'a rule for lessons where there are modules',
    { [FILE]: whole('first-steps, second-steps').replace('{ modules: all', '{ lessons: all, modules: all') },
    `${FILE}:11:15 completion.lessons: is for each of its modules to ask for`,
  ],
  [
    'a course that asks for nothing',
    { [FILE]: whole('first-steps, second-steps').replace('modules: all, ', '') },
    `${FILE}:11:1 completion.modules: must say modules: all`,
  ],
])('%s stops publishing, by file, line and field', async (_, changes, fault) => {
  expect((await read(changes)).faults).toContain(fault)
})
