import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { courseVersion, loadVersions, vignetteVersion } from '#app/content/catalogue.server.ts'
import { listFiles } from '#app/content/content-files.server.ts'
import { exportContent } from '#app/content/export.server.ts'
import { ContentError, publishContent } from '#app/content/publish.server.ts'
import { readContent } from '#app/content/read-content.server.ts'
import { countQueries, db } from '#app/db/client.server.ts'
import { findCurrentItem, listCurrentItems } from '#app/db/content.server.ts'
import { now } from '#tests/support/accounts.ts'
import { type Changes, contentFolder, replacing } from '#tests/support/content-folder.ts'
import { temporaryFolder } from '#tests/support/folders.ts'

const VIGNETTE = 'vignettes/the-case.yaml'
const publish = async (changes: Changes = {}) => publishContent(await contentFolder(changes), now)
const versionCount = () => db().contentVersion.count()

async function current(kind: 'course' | 'vignette', slug: string) {
  const item = await findCurrentItem(kind, slug)
  if (!item) throw new Error(`there is no ${kind} ${slug}`)
  return item
}

describe('publishing', () => {
  it('makes a first version of everything, and says so in the audit trail', async () => {
    expect(await publish()).toEqual({ published: 4, unchanged: 0, unlisted: 0, waiting: [], held: [] })
    const items = await listCurrentItems(['course', 'vignette', 'rubric', 'pathway'])
    expect(items.map(({ kind, slug }) => `${kind} ${slug}`).sort()).toEqual([
      'course first-steps',
      'pathway practitioner',
      'rubric the-rubric',
      'vignette the-case',
    ])
    expect(await db().auditEntry.count({ where: { action: 'content.published' } })).toBe(4)
  })

  it('the same again does nothing', async () => {
    await publish()
    expect(await publish()).toMatchObject({ published: 0, unchanged: 4, unlisted: 0 })
    expect(await versionCount()).toBe(4)
  })

  it('does nothing when only the order of fields or the layout of a file has changed', async () => {
    await publish()
    const reordered = replacing('kind: response\nrubric: the-rubric', 'rubric:   "the-rubric"\nkind: response')
    expect(await publish({ [VIGNETTE]: reordered })).toMatchObject({ published: 0 })
  })

  it('gives a new version to what has changed and leaves the old one as it was', async () => {
    await publish()
    const before = await current('vignette', 'the-case')
    expect(await publish({ [VIGNETTE]: replacing('minutes: 30', 'minutes: 45') })).toMatchObject({
      published: 1,
      unchanged: 3,
    })
    const after = await current('vignette', 'the-case')
    expect(after).toMatchObject({ id: before.id })
    expect((await vignetteVersion(before.versionId)).minutes).toBe(30)
    expect((await vignetteVersion(after.versionId)).minutes).toBe(45)
  })

  it('takes an item whose file has gone off the list and keeps its versions', async () => {
    await publish()
    const without = {
      'pathways/practitioner.yaml': null,
      'courses/01-first-steps/course.yaml': replacing('[the-case]', '[]'),
      [VIGNETTE]: null,
    }
    const stillThere = replacing('  vignettes: all\n', '')
    const course = (text: string) => stillThere(without['courses/01-first-steps/course.yaml'](text))
    expect(await publish({ ...without, 'courses/01-first-steps/course.yaml': course })).toMatchObject({ unlisted: 2 })
    expect(await current('vignette', 'the-case')).toMatchObject({ isListed: false })
    expect(await publish()).toMatchObject({ unlisted: 0 })
    expect(await current('vignette', 'the-case')).toMatchObject({ isListed: true })
  })

  it('publishes nothing when anything is at fault, and says what', async () => {
    const failing = publish({ [VIGNETTE]: replacing('minutes: 30', 'minutes: soon') })
    await expect(failing).rejects.toBeInstanceOf(ContentError)
    await expect(failing).rejects.toThrow(`${VIGNETTE}:5:1 minutes: must be a number`)
    expect(await versionCount()).toBe(0)
  })

  it('leaves what is published as it was when a file is at fault, whatever else has changed', async () => {
    await publish()
    const before = await listCurrentItems(['course', 'vignette', 'rubric', 'pathway'])
    const failing = publish({
      'courses/01-first-steps/course.yaml': replacing('title: First steps', 'title: Changed'),
      'courses/01-first-steps/lessons/01-one.md': replacing('title: One\n', ''),
    })
    await expect(failing).rejects.toThrow('courses/01-first-steps/lessons/01-one.md:2:1 title: is missing')
    expect(await listCurrentItems(['course', 'vignette', 'rubric', 'pathway'])).toEqual(before)
    expect(await versionCount()).toBe(4)
  })

  it('by several processes at once makes each version once', async () => {
    const folder = await contentFolder()
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => publishContent(folder, now)))
    expect(outcomes.map(({ published }) => published).sort()).toEqual([0, 0, 0, 4])
    expect(await versionCount()).toBe(4)
  })

  it('never changes a version afterwards, whoever tries', async () => {
    await publish()
    await expect(db().contentVersion.updateMany({ data: { digest: 'forged' } })).rejects.toThrow()
    await expect(db().contentVersion.deleteMany()).rejects.toThrow()
  })
})

describe('the catalogue', () => {
  it('asks for a version once, and for several that are missing in one statement', async () => {
    await publish()
    const ids = (await listCurrentItems(['course', 'vignette', 'rubric'])).map(({ versionId }) => versionId)
    const first = await countQueries(() => loadVersions(ids))
    expect(first.queries()).toBe(1)
    const again = await countQueries(() => loadVersions(ids))
    expect(again.queries()).toBe(0)
  })

  it('refuses an id of another kind', async () => {
    await publish()
    const { versionId } = await current('vignette', 'the-case')
    await expect(courseVersion(versionId)).rejects.toThrow('is not a version of a course')
  })
})

describe('exported content', () => {
  it('has nothing at fault, and publishing it changes nothing', async () => {
    await publish()
    const folder = temporaryFolder()
    expect(await exportContent(folder)).toBe(8)
    expect((await readContent(folder, { withUnsourced: true })).report.faults).toEqual([])
    expect(await publishContent(folder, now)).toMatchObject({ published: 0, unchanged: 4, unlisted: 0 })
  })

  it('of this repository comes back as it was written, byte for byte', async () => {
    await publishContent('content', now)
    const folder = temporaryFolder()
    await exportContent(folder)
    const bytesIn = async (directory: string) => {
      const files = (await listFiles(directory)).map(
        async (file) => [file, await readFile(join(directory, file))] as const,
      )
      return new Map(await Promise.all(files))
    }
    expect(await bytesIn(folder)).toEqual(await bytesIn('content'))
  })

  it('is never written over something else', async () => {
    expect(await exportContent(await contentFolder())).toBe(0)
  })
})
