import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { type DraftAnchor, writeAnchors } from '#app/domain/anchors.ts'
import type { Actor } from '#app/domain/people.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { viewScript } from '#app/features/marking/view-script.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { createScript, createVignette, passingMark, type Script } from '#tests/support/scripts.ts'

let lena: Actor
let script: Script

// The script says "What was it like, at the desk?": its writer is called Desk.
beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  const noor = await createAccount('Noor')
  await db().user.update({ where: { id: noor.id }, data: { name: 'Noor Desk' } })
  script = await createScript(await createVignette(), noor)
  await claimScript(lena, script.code, now)
})

const lockWith = (...anchors: DraftAnchor[]) =>
  lockMark(lena, script.code, { ...passingMark, anchors: writeAnchors(anchors) }, now)

describe('comments on passages', () => {
  test('are locked with the mark, at the text as it was written, and the marker goes on seeing the mask', async () => {
    const atTheName = { promptId: 'say', from: 18, to: 31, text: 'Where they were.', criterionId: 'patience' }
    const atTheBeginning = { promptId: 'say', from: 0, to: 4, text: 'Open.' }
    expect(await lockWith(atTheName, atTheBeginning)).toHaveProperty('isLocked')

    const { anchors } = await db().mark.findFirstOrThrow()
    expect(anchors).toEqual([
      { ...atTheBeginning, quote: 'What' },
      { ...atTheName, to: 29, quote: 'at the desk' },
    ])
    const view = await viewScript(lena, script.code)
    expect(view).toMatchObject({ mark: { anchors: [{ quote: 'What' }, { from: 18, to: 31, quote: 'at the [name]' }] } })
    expect(JSON.stringify(view)).not.toMatch(/desk/i)
  })

  test('beyond their answer are refused with a sentence, beside every other fault, and nothing is locked', async () => {
    const anchors = writeAnchors([{ promptId: 'say', from: 20, to: 99, text: 'x' }])
    expect(await lockMark(lena, script.code, { ...passingMark, global: '', anchors }, now)).toEqual({
      faults: {
        global: expect.any(String),
        anchors: 'Comment 1 on a passage: the passage goes beyond its answer. Choose it within one answer.',
      },
    })
    expect(await db().mark.count()).toBe(0)
  })

  test('are not owed', async () => {
    expect(await lockWith()).toHaveProperty('isLocked')
    expect(await db().mark.findFirst()).toMatchObject({ anchors: [] })
  })
})
