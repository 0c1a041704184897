import { beforeEach, describe, expect, test, vi } from 'vitest'
import { db, transact } from '#app/db/client.server.ts'
import { drawPlaces } from '#app/features/credentials/signing/draw-places.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { enrolment, issueAsSeen, publishCourse } from '#tests/support/certificates.ts'

const draws = vi.hoisted(() => ({ next: [] as number[] }))
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  return { ...crypto, randomInt: (limit: number) => draws.next.shift() ?? crypto.randomInt(limit) }
})

let first: string
beforeEach(async () => {
  const grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
  draws.next = [7, 7]
  await issueAsSeen(grace, [await enrolment(await createAccount('Noor'), await publishCourse())])
  first = (await db().credential.findFirstOrThrow()).id
})

/** A credential that has no place yet. */
async function another(): Promise<string> {
  const { id: _, certificateId, number, ...row } = await db().credential.findUniqueOrThrow({ where: { id: first } })
  const certificate = await db().certificate.findUniqueOrThrow({ where: { number } })
  const copy = { ...certificate, id: undefined, number: `${number}x`, enrolmentId: await freshEnrolment() }
  const made = await db().certificate.create({ data: copy as never })
  const data = { ...row, number: `${number}x`, certificateId: certificateId && made.id }
  return (await db().credential.create({ data })).id
}
const freshEnrolment = async () => enrolment(await createAccount('Sol'), await publishCourse())

describe('a place on a status list', () => {
  test('that is taken is drawn again', async () => {
    const id = await another()
    draws.next = [7, 9, 7, 7, 11]
    const places = await transact((tx) => drawPlaces(tx, [id], now))
    expect(places.get(id)).toMatchObject([
      { listName: 'revocation-1', position: 9 },
      { listName: 'suspension-1', position: 11 },
    ])
  })

  test('is drawn on the next list where this one seems to be full', async () => {
    const id = await another()
    draws.next = [...Array(8).fill(7), 7]
    const places = await transact((tx) => drawPlaces(tx, [id], now))
    expect(places.get(id)?.[0]).toMatchObject({ listName: 'revocation-2', position: 7 })
  })

  test('that is had at the last draw begins no further list', async () => {
    const id = await another()
    draws.next = [...Array(7).fill(7), 8]
    const places = await transact((tx) => drawPlaces(tx, [id], now))
    expect(places.get(id)?.[0]).toMatchObject({ listName: 'revocation-1', position: 8 })
    expect(await db().statusList.count({ where: { purpose: 'revocation' } })).toBe(1)
  })
})
