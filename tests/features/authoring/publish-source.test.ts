import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { exportContent } from '#app/content/export.server.ts'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { discardText } from '#app/features/authoring/discard-text.server.ts'
import { publishSource } from '#app/features/authoring/publish-source.server.ts'
import { putBack } from '#app/features/authoring/put-back.server.ts'
import { viewFile, viewVersion, viewVersions } from '#app/features/authoring/view-file.server.ts'
import { viewFiles } from '#app/features/authoring/view-files.server.ts'
import { whyHeld } from '#app/features/authoring/why-held.server.ts'
import { keepDraft } from '#app/features/drafts/save-draft.server.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { markLessonRead } from '#app/features/learning/mark-lesson-read.server.ts'
import { viewLesson } from '#app/features/learning/view-lesson.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { type Changes, contentFolder, replacing } from '#tests/support/content-folder.ts'
import { temporaryFolder } from '#tests/support/folders.ts'

const PATH = 'courses/01-first-steps/lessons/01-one.md'
const LESSON = 'courses.first-steps.lessons.one'
const ONE = { course: 'first-steps', lesson: 'one' }

let lena: Actor
let tomas: Actor
let noor: Actor

beforeEach(async () => {
  await start()
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  noor = await createAccount('Noor')
  await enrol(noor, ONE.course, now)
})

/** What every start does with the files of the installation. */
const start = async (changes: Changes = {}) => publishContent(await contentFolder(changes), now)
const retitled = (title: string) => replacing('title: One', `title: ${title}`)
const textOf = async (name = LESSON) => (await viewFile(lena, name)).text
type Sent = { name?: string; base?: number; draftVersion?: number; reason?: string }
const send = async (actor: Actor, change: (text: string) => string, { name = LESSON, ...sent }: Sent = {}) => {
  const { text, number } = await viewFile(actor, name)
  const asked = { base: number, reason: 'Clearer.', draftVersion: 0, typed: {}, ...sent }
  return publishSource(actor, name, { text: change(text), ...asked }, now)
}
const refusedWith = async (sent: ReturnType<typeof send>) => {
  const answer = await sent
  if (!('refused' in answer)) throw new Error('it was published')
  return answer.refused
}
const readerSees = async () => {
  const page = await viewLesson(noor, ONE, null)
  return typeof page === 'object' ? page.lesson.title : page
}
const versionOfCourse = () =>
  db().contentItem.findFirstOrThrow({ where: { slug: ONE.course }, select: { currentVersionId: true } })

test('a change is what readers have from then on, is found, and is in the audit trail; what was done under the old version stays with it', async () => {
  await markLessonRead(noor, ONE, now)
  const before = await versionOfCourse()
  expect(await send(lena, retitled('Sandcastles'))).toEqual({ number: 2, itemCount: 1 })
  expect(await readerSees()).toBe('Sandcastles')
  expect(await db().searchDocument.count({ where: { title: 'Sandcastles' } })).toBe(1)
  const read = await db().lessonRead.findFirstOrThrow({ select: { courseVersionId: true } })
  expect(read.courseVersionId).toBe(before.currentVersionId)
  const audited = await db().auditEntry.findMany({ where: { actorId: lena.id }, orderBy: { id: 'asc' } })
  expect(audited.map(({ action, details }) => [action, details])).toEqual([
    ['content.published', { kind: 'course', slug: ONE.course, number: 2 }],
    ['content.authored', { name: LESSON, number: 2, basedOn: 1, newVersions: 1 }],
  ])
})

test('points to confirm are kept with the text, changing them alone changes nothing for readers, and an export has them', async () => {
  const before = await versionOfCourse()
  expect(await send(lena, replacing('That this is so.', 'Whether this is so.'))).toEqual({ number: 2, itemCount: 0 })
  expect(await versionOfCourse()).toEqual(before)
  const { groups } = await viewFiles({ words: 'one', filter: 'open' })
  expect(groups[0]?.files.map(({ title, openPoints }) => [title, openPoints])).toEqual([
    ['One', ['Whether this is so.']],
  ])
  const folder = temporaryFolder()
  await exportContent(folder)
  expect(await readFile(join(folder, PATH), 'utf8')).toBe(await textOf())
})

test('nothing is published of a text at fault, wherever in the content the fault comes to light, nor of one that changes what answers point at', async () => {
  const broken = await refusedWith(send(lena, replacing('minutes: 10', 'minutes: soon')))
  expect(broken.findings).toEqual([{ file: PATH, line: 3, column: 1, field: 'minutes', message: 'must be a number' }])
  expect(broken.typed.text).toContain('minutes: soon')
  const elsewhere = await refusedWith(send(lena, replacing('first-2010', 'other-2010'), { name: 'bibliography' }))
  expect(elsewhere.findings.map(({ file }) => file)).toContain(PATH)
  const kind = await refusedWith(
    send(lena, replacing('kind: response', 'kind: rewrite'), { name: 'vignettes.the-case' }),
  )
  expect(kind.findings.map(({ message }) => message)).toContain(
    'stays response: answers were given to it as that. Another kind is another vignette',
  )
  expect((await refusedWith(send(lena, (text) => text))).fault.errors).toEqual({
    text: ['This is what is published already.'],
  })
  expect((await refusedWith(send(lena, retitled('Uno'), { reason: '' }))).fault.errors).toHaveProperty('reason')
  expect(
    (await refusedWith(send(lena, (text) => `${text}\n`, { name: 'pathways.practitioner' }))).fault.errors,
  ).toHaveProperty('text')
  expect([await readerSees(), await db().contentSource.count({ where: { reason: { not: null } } })]).toEqual(['One', 0])
})

test('of two who publish on the same version the second is refused, sees both, and may go on from the other’s; the draft goes with publishing', async () => {
  const { subject } = await viewFile(lena, LESSON)
  const body = { text: 'Under way', base: 1, reason: '' }
  await keepDraft(lena, { kind: 'source', subject, baseVersion: 0, writer: 'page', revision: 1, body }, now)
  expect((await viewFile(lena, LESSON)).draft?.body).toEqual(body)
  expect((await viewFile(tomas, LESSON)).draft).toBeNull()
  await discardText(tomas, LESSON)
  expect(await db().draft.count()).toBe(1)

  const both = await Promise.all([
    send(lena, retitled('Hers'), { base: 1, draftVersion: 1 }),
    send(tomas, retitled('His'), { base: 1 }),
  ])
  const [refused, ...others] = both.flatMap((answer) => ('refused' in answer ? [answer.refused] : []))
  expect(others).toEqual([])
  expect(refused).toMatchObject({ isOvertaken: true, typed: { base: 2 } })
  expect(refused?.fault.errors['']?.[0]).toContain('Version 2 was published while you wrote')

  const again = (text: string) => text.replace(/title: (Hers|His)/, 'title: Both')
  expect(await send(lena, again, { draftVersion: 1 })).toMatchObject({ number: 3 })
  expect([await readerSees(), await db().draft.count()]).toEqual(['Both', 0])
  await keepDraft(lena, { kind: 'source', subject, baseVersion: 0, writer: 'page', revision: 2, body }, now)
  await discardText(lena, LESSON)
  expect(await db().draft.count()).toBe(0)
})

test('a start leaves what was written here while its file is the same, and when the file changes as well a person takes the one or the other', async () => {
  await send(lena, retitled('Hers'))
  expect(await start()).toMatchObject({ published: 0, waiting: [] })
  expect(await start({ [PATH]: retitled('Theirs') })).toMatchObject({ published: 0, waiting: [PATH] })
  expect(await readerSees()).toBe('Hers')
  const { toDecide } = await viewFiles({ words: '' })
  expect(toDecide.map(({ name }) => name)).toEqual([LESSON])
  expect((await viewVersion(LESSON, 2)).mayBePutBack).toBe(true)

  const keep = { name: LESSON, number: 2, base: 2, reason: 'Ours says more.' }
  expect(await putBack(lena, keep, now)).toEqual({ number: 4, itemCount: 0 })
  expect((await viewFiles({ words: '' })).toDecide).toEqual([])
  expect(await start({ [PATH]: retitled('Theirs') })).toMatchObject({ published: 0, waiting: [] })

  const take = { name: LESSON, number: 3, base: 4, reason: 'Theirs after all.' }
  expect(await putBack(tomas, { ...take, base: 2 }, now)).toMatchObject({
    refused: expect.stringContaining('Version 4'),
  })
  expect(await putBack(tomas, take, now)).toEqual({ number: 5, itemCount: 1 })
  expect(await readerSees()).toBe('Theirs')
  // It goes along with the installation again.
  expect(await start({ [PATH]: retitled('Newer') })).toMatchObject({ published: 1, waiting: [] })
  expect(await readerSees()).toBe('Newer')
  const { versions } = await viewVersions(LESSON)
  expect(versions.map(({ number, writtenBy, reason }) => [number, writtenBy, reason])).toEqual([
    [6, null, null],
    [5, 'Tomas', 'Theirs after all.'],
    [4, 'Lena', 'Ours says more.'],
    [3, null, null],
    [2, 'Lena', 'Clearer.'],
    [1, null, null],
  ])
})

test('files that do not go with what was written here are not published and keep no server from starting; once it is put right all of it is', async () => {
  const other = '    "id": "first-2010",'
  const renamed: Changes = {
    'bibliography.json': replacing(other, '    "id": "first-2011",'),
  }
  const rest = [
    'courses/01-first-steps/lessons/01-one.md',
    'courses/01-first-steps/lessons/02-two.md',
    'vignettes/the-case.yaml',
    'rubrics/the-rubric.yaml',
  ]
  for (const file of rest) renamed[file] = (text: string) => text.replaceAll('first-2010', 'first-2011')
  await send(lena, retitled('Hers'))
  const held = await start(renamed)
  expect([held.published, held.held.map(({ file }) => file)]).toEqual([0, expect.arrayContaining([PATH])])
  expect(await readerSees()).toBe('Hers')
  expect((await viewFiles({ words: '' })).isHeld).toBe(true)
  expect((await whyHeld()).join()).toContain(`${PATH}:`)
  expect(await viewFile(lena, 'vignettes.the-case')).toMatchObject({
    number: 2,
    standing: 'as-installed',
    isHeld: true,
  })

  expect(await send(lena, (text) => text.replaceAll('first-2010', 'first-2011'))).toMatchObject({ number: 4 })
  expect((await viewFiles({ words: '' })).isHeld).toBe(false)
  expect(await start(renamed)).toMatchObject({ published: 0, held: [], waiting: [] })
})

test('a text is never changed afterwards, whoever tries', async () => {
  await expect(db().contentSource.updateMany({ data: { text: 'forged' } })).rejects.toThrow()
  await expect(db().contentSource.deleteMany()).rejects.toThrow()
})
