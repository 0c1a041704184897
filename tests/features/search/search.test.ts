import { beforeEach, describe, expect, it } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { SearchKind } from '#app/domain/search.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { viewSearch } from '#app/features/search/view-search.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { type Changes, contentFolder, replacing } from '#tests/support/content-folder.ts'

const LESSON = 'courses/01-first-steps/lessons/01-one.md'

/** Words that stand in one place each: in a lesson's text and nowhere else, in its aim, inside a vignette. */
const CONTENT: Changes = {
  [LESSON]: (text) =>
    replacing(
      'One point.',
      'Mentalizing is holding mind in mind, tentatively & kindly, 2 < 3 [@first-2010].',
    )(replacing('aim: To see what a lesson is.', 'aim: To wonder about arousal.')(text)),
  'vignettes/the-case.yaml': replacing('I knew that you would ask', 'I knew that your supercilious face would ask'),
}

let noor: Actor

beforeEach(async () => {
  await publishContent(await contentFolder(CONTENT), now)
  noor = await createAccount('Noor')
})

type Narrowed = { kind?: SearchKind; course?: string; page?: number }
const search = (question: string, { kind, course, page = 1 }: Narrowed = {}) =>
  viewSearch(noor, { question, kind: kind ?? null, course: course ?? null, page })
const titles = async (question: string, narrowed?: Narrowed) =>
  (await search(question, narrowed)).hits.map(({ title }) => title)

describe('what is found', () => {
  beforeEach(() => enrol(noor, 'first-steps', now))

  it('is a lesson by its text, with the passage marked and everything else left as text', async () => {
    const { hits, total } = await search('tentatively')
    expect(total).toBe(1)
    expect(hits).toMatchObject([
      {
        kind: 'lesson',
        href: expect.stringMatching(/^\/learn\/first-steps\/one#:~:text=\S*tentatively/),
        course: 'First steps',
        isOpen: true,
      },
    ])
    expect(hits[0]?.pieces.filter(({ isFound }) => isFound)).toEqual([{ text: 'tentatively', isFound: true }])
    expect(hits[0]?.pieces.map(({ text }) => text).join('')).not.toMatch(/\[@|[\uE000\uE001]/)
  })

  it('is another form of the word as well, words in quotation marks as they stand, and nothing with a word that is left out', async () => {
    expect(await titles('minds')).toEqual(['One'])
    expect(await titles('"holding mind"')).toEqual(['One'])
    expect(await titles('mind -tentatively')).toEqual([])
  })

  it('stands first where the title says it', async () => {
    expect((await titles('one'))[0]).toBe('One')
  })

  it('is narrowed by kind and by module', async () => {
    expect(await titles('first', { kind: 'course' })).toEqual(['First steps'])
    expect(await titles('first', { kind: 'lesson' })).toEqual([])
    expect(await titles('first', { course: 'nothing' })).toEqual([])
    expect((await search('first')).courses).toEqual([{ slug: 'first-steps', title: 'First steps' }])
  })

  it('is what was meant where a word is mistyped, and says so', async () => {
    expect(await search('tentativly')).toMatchObject({ total: 1, guessed: 'tentatively', hits: [{ title: 'One' }] })
    expect(await search('mentalising')).toMatchObject({ total: 1, guessed: 'mentalizing' })
    expect(await search('tentatively')).toMatchObject({ guessed: null })
  })

  it('is nothing for what is nowhere, for words that say nothing, and beyond the last page', async () => {
    for (const question of ['xylophone', 'the of and', '', '"', '-', "'; DROP TABLE search_word --"])
      expect(await search(question), question).toMatchObject({ hits: [], total: 0, guessed: null })
    expect((await search('one', { page: 9 })).hits).toEqual([])
  })
})

describe('what somebody may see', () => {
  it('is the title and aim of a lesson without its text while they are not enrolled, which leads to the course', async () => {
    const [hit] = (await search('arousal')).hits
    expect(hit).toMatchObject({ title: 'One', href: '/courses/first-steps', isOpen: false })
    expect(hit?.pieces.map(({ text }) => text).join('')).toBe('To wonder about arousal.')
    expect(await search('tentatively')).toMatchObject({ total: 0 })
    // A word that is left out tells no more of the text than one that is looked for.
    expect(await search('arousal -tentatively')).toMatchObject({ total: 1 })
    await enrol(noor, 'first-steps', now)
    expect(await search('tentatively')).toMatchObject({ total: 1 })
    await db().enrolment.updateMany({ data: { state: 'withdrawn' } })
    expect(await search('tentatively')).toMatchObject({ total: 0 })
  })

  it('is of a vignette what a catalogue tells, never what is inside', async () => {
    await enrol(noor, 'first-steps', now)
    expect((await search('somebody', { kind: 'vignette' })).hits).toMatchObject([{ href: '/vignettes/the-case' }])
    expect(await search('supercilious')).toMatchObject({ total: 0 })
    expect(await db().$queryRaw`SELECT 1 FROM search_document WHERE body LIKE '%supercilious%'`).toEqual([])
  })

  it('is nothing of what is no longer offered, but for whoever is enrolled', async () => {
    await db().contentItem.updateMany({ data: { isListed: false } })
    expect(await search('arousal')).toMatchObject({ total: 0, courses: [] })
    await db().contentItem.updateMany({ data: { isListed: true } })
    await enrol(noor, 'first-steps', now)
    await db().contentItem.updateMany({ data: { isListed: false } })
    expect(await search('arousal')).toMatchObject({ total: 1, courses: [{ slug: 'first-steps' }] })
  })
})

describe('the index', () => {
  beforeEach(() => enrol(noor, 'first-steps', now))

  it('knows what is published from that moment, and no longer what it took the place of', async () => {
    await publishContent(await contentFolder({ [LESSON]: replacing('One point.', 'Curiosity.') }), now)
    expect(await titles('curiosity')).toEqual(['One'])
    expect(await search('tentatively')).toMatchObject({ total: 0 })
  })

  it('is left as it is where nothing has changed', async () => {
    const ids = () => db().searchDocument.findMany({ select: { id: true }, orderBy: { id: 'asc' } })
    const before = await ids()
    await publishContent(await contentFolder(CONTENT), now)
    expect(await ids()).toEqual(before)
  })

  it('is made for what was published before there was one', async () => {
    await db().searchDocument.deleteMany()
    await publishContent(await contentFolder(CONTENT), now)
    expect(await titles('tentatively')).toEqual(['One'])
  })

  it('stays as it was when content is at fault', async () => {
    const broken = await contentFolder({ ...CONTENT, [LESSON]: 'nothing' })
    await expect(publishContent(broken, now)).rejects.toThrow()
    expect(await titles('tentatively')).toEqual(['One'])
  })
})
