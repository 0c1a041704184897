import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db, transact } from '#app/db/client.server.ts'
import { type DraftToSave, deleteDraft, findDraft, saveDraft } from '#app/db/drafts.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'

let key: Pick<DraftToSave, 'ownerId' | 'kind' | 'subjectId'>

beforeEach(async () => {
  const ada = await createAccount('Ada')
  key = { ownerId: ada.id, kind: 'answer', subjectId: randomUUID() }
})

const save = (changes: Partial<DraftToSave>) =>
  transact((tx) =>
    saveDraft(tx, { ...key, baseVersion: 0, writer: 'page-1', revision: 1, body: 'I hear', now, ...changes }),
  )

describe('a draft', () => {
  it('rises by one version with every save on top of the last', async () => {
    expect(await save({})).toEqual({ saved: { version: 1, savedAt: now.toISOString() } })
    expect(await save({ baseVersion: 1, writer: 'page-2' })).toMatchObject({ saved: { version: 2 } })
  })

  it('is not overwritten from an older version: the newer one comes back', async () => {
    await save({})
    await save({ baseVersion: 1, revision: 2, body: 'I hear you' })
    const stale = await save({ baseVersion: 1, writer: 'page-2', body: 'You said third' })
    expect(stale).toMatchObject({ newer: { version: 2, body: 'I hear you', writer: 'page-1', revision: 2 } })
    expect(await findDraft(db(), key)).toMatchObject({ version: 2, body: 'I hear you' })
  })

  it('goes on from a page whose last answer got lost', async () => {
    await save({ revision: 4, body: 'I hear' })
    expect(await save({ revision: 5, body: 'I hear you' })).toMatchObject({ saved: { version: 2 } })
  })

  it('is not taken back by an earlier change of the same page that arrives late', async () => {
    await save({ revision: 5, body: 'I hear you' })
    expect(await save({ revision: 4, body: 'I hear' })).toMatchObject({ newer: { body: 'I hear you' } })
  })

  it('is the same draft when two pages say the same, whatever the order of keys', async () => {
    await save({ body: { say: 'a', why: 'b' } })
    expect(await save({ writer: 'page-2', body: { why: 'b', say: 'a' } })).toMatchObject({ saved: { version: 2 } })
  })

  it('of somebody else, of another kind and of another subject are different drafts', async () => {
    await save({})
    const others = [
      { ownerId: (await createAccount('Noor')).id },
      { kind: 'mark' as const },
      { subjectId: randomUUID() },
    ]
    for (const other of others) expect(await save({ ...other, body: 'else' })).toMatchObject({ saved: { version: 1 } })
    expect(await findDraft(db(), key)).toMatchObject({ body: 'I hear' })
  })

  it('is gone once it is deleted', async () => {
    await save({})
    await transact((tx) => deleteDraft(tx, key))
    expect(await findDraft(db(), key)).toBeNull()
  })
})

describe('pages that save at the same instant', () => {
  const pages = ['page-1', 'page-2', 'page-3', 'page-4']

  it('the first time: one saves, the others get what it saved', async () => {
    const outcomes = await Promise.all(pages.map((writer) => save({ writer, body: writer })))
    const draft = await findDraft(db(), key)
    expect(outcomes.filter((outcome) => 'saved' in outcome)).toHaveLength(1)
    for (const outcome of outcomes) if ('newer' in outcome) expect(outcome.newer).toEqual(draft)
  })

  it('on top of one version: one saves, and nothing is lost unseen', async () => {
    await save({ writer: 'page-0' })
    const outcomes = await Promise.all(pages.map((writer) => save({ baseVersion: 1, writer, body: writer })))
    expect(outcomes.filter((outcome) => 'saved' in outcome)).toEqual([
      { saved: { version: 2, savedAt: now.toISOString() } },
    ])
    expect(outcomes.filter((outcome) => 'newer' in outcome)).toHaveLength(3)
  })
})
