import { beforeEach, describe, expect, test } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { closeConcern } from '#app/features/concerns/close-concern.server.ts'
import { concernForm, raiseConcern } from '#app/features/concerns/raise-concern.server.ts'
import { readConcern, readConcerns } from '#app/features/concerns/read-concerns.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import { writeInto } from '#tests/support/kept-forms.ts'
import { atOnce } from '#tests/support/somebody-waits.ts'

const text = 'A vignette answer described what sounded like a real patient of a ward that I know.'

let noor: Actor
let grace: Actor

beforeEach(async () => {
  noor = await createAccount('Noor')
  grace = await createAccount('Grace', { roles: ['accreditation_staff', 'administrator'] })
})

const raise = (actor: Actor, at = now) => raiseConcern(concernForm.parse({ text, from: '/learn' }), actor, at)
const told = async () =>
  (await db().notice.findMany({ select: { user: { select: { name: true } } } })).map(({ user }) => user.name)

describe('a patient-safety concern', () => {
  test('reaches everybody who reads them, once each, and nobody else', async () => {
    await createAccount('Root', { roles: ['administrator'] })
    await createAccount('Lena', { roles: ['training_lead'] })
    await raise(noor)
    expect((await told()).sort()).toEqual(['Grace', 'Root'])
  })

  test('sent twice at the same moment is one, and is told once; on another day it is another', async () => {
    await atOnce(noor.id, [() => raise(noor), () => raise(noor)])
    expect(await told()).toEqual(['Grace'])
    await raise(noor, new Date(now.getTime() + DAY_MS))
    expect(await db().concern.count()).toBe(2)
  })

  test('is not told to whoever raised it, nor to somebody whose role has ended', async () => {
    const former = await createAccount('Root', { roles: ['administrator'] })
    await db().roleGrant.updateMany({ where: { userId: former.id }, data: { endsAt: now } })
    await raise(grace)
    expect(await told()).toEqual([])
  })

  test('stands in no notice, mail or audit entry', async () => {
    const isKept = await writeInto(noor, 'concern', 'new')
    await raise(noor)
    expect(await isKept()).toBe(false)
    const elsewhere = JSON.stringify([await db().notice.findMany(), await db().auditEntry.findMany()])
    expect(elsewhere).not.toContain('ward')
    expect(await auditedActions()).toEqual(['concern.raised'])
  })

  test('needs a sentence, and carries only a page of this site', () => {
    expect(concernForm.safeParse({ text: 'Help!', from: '/learn' }).success).toBe(false)
    expect(concernForm.parse({ text, from: 'https://evil.example/learn' }).from).toBe('')
  })

  test('is closed once, with its outcome, when several come to close it', async () => {
    const root = await createAccount('Root', { roles: ['administrator'] })
    const concernId = await raise(noor)
    const decisions = await Promise.all(
      [grace, root, grace, root, grace, root, grace, root].map((actor) =>
        closeConcern({ concernId, outcome: `Seen to by ${actor.name}.` }, actor, now),
      ),
    )
    expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(1)
    const concern = await readConcern(concernId)
    expect(concern.outcome).toBe(`Seen to by ${concern.closedBy}.`)
  })

  test('is never closed by whoever raised it', async () => {
    const concernId = await raise(grace)
    const isKept = await writeInto(grace, 'concern-outcome', concernId)
    const decision = await closeConcern({ concernId, outcome: 'Nothing to see here.' }, grace, now)
    expect(decision).toMatchObject({ allowed: false })
    expect((await readConcern(concernId)).closedAt).toBeNull()
    expect(await isKept()).toBe(true)
  })
})

test('the list shows open concerns first, the longest waiting on top, by one statement', async () => {
  const day = (n: number) => new Date(now.getTime() + n * DAY_MS)
  const [first, second, third] = [await raise(noor, day(1)), await raise(noor, day(2)), await raise(noor, day(3))]
  const isKept = await writeInto(grace, 'concern-outcome', first)
  await closeConcern({ concernId: first, outcome: 'Seen to.' }, grace, day(4))
  expect(await isKept()).toBe(false)
  const { result, queries } = await countQueries(() => readConcerns(1))
  expect(result.concerns.map(({ id }) => id)).toEqual([second, third, first])
  expect(queries()).toBe(1)
})
