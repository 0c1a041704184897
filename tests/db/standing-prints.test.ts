import { beforeEach, expect, test } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db, Prisma, transact } from '#app/db/client.server.ts'
import { insertAttestation, insertPlacement } from '#app/db/pathway-choices.server.ts'
import { eraseEntry } from '#app/db/retention.server.ts'
import { readPrints } from '#app/db/standing-prints.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { markLessonRead } from '#app/features/learning/mark-lesson-read.server.ts'
import { answerRequests } from '#app/features/portfolio/answer-requests.server.ts'
import { takeEntryOut } from '#app/features/portfolio/keep-entry.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { contentFolder } from '#tests/support/content-folder.ts'
import { enterClip } from '#tests/support/evidence.ts'
import {
  askedSession,
  correctSession,
  createSupervisor,
  keep,
  nothingAgainst,
  sessionWith,
} from '#tests/support/supervision.ts'

type Cast = { noor: Actor; sol: Actor; imre: Actor; entryId: string; requestId: string; clipId: string }

let cast: Cast

beforeEach(async () => {
  await publishContent(await contentFolder(), now)
  const [noor, sol, imre] = [await createAccount('Noor'), await createAccount('Sol'), await createSupervisor('Imre')]
  await enrol(noor, 'first-steps', now)
  await formCohort(noor)
  const clipId = await enterClip(noor, imre)
  cast = { noor, sol, imre, clipId, ...(await askedSession(noor, imre)) }
})

/** Of the course that she is in, with one day. */
async function formCohort({ id: userId }: Actor): Promise<void> {
  const { courseId } = await db().enrolment.findFirstOrThrow({ where: { userId } })
  const times = { startsAt: now, endsAt: new Date(now.getTime() + 7 * 3_600_000), plannedAt: now, changedAt: now }
  const day = { key: 'day-1', title: 'Day 1', countsMinutes: 360, ...times }
  const member = { userId, part: 'trainee', joinedAt: now } as const
  const rows = { liveSessions: { create: day }, members: { create: member } }
  await db().cohort.create({ data: { name: 'Leeds', courseId, startsOn: now, ...rows }, select: { id: true } })
}

async function prints() {
  const everybody = await readPrints(Prisma.sql`true`)
  const printOf = (name: string) => everybody.find((one) => one.name === name)?.print
  return { noor: printOf('Noor'), sol: printOf('Sol') }
}

const itemOf = (kind: 'pathway' | 'vignette') => db().contentItem.findFirstOrThrow({ where: { kind } })

async function attempt({ noor }: Cast) {
  const { id: vignetteId, currentVersionId } = await itemOf('vignette')
  const data = { userId: noor.id, vignetteId, vignetteVersionId: currentVersionId ?? '', number: 1, openedAt: now }
  return db().attempt.create({ data, select: { id: true } })
}

const OF_HERS: [what: string, change: (cast: Cast) => Promise<unknown>][] = [
  ['an entry is kept', ({ noor, imre }) => keep(noor, 'supervision', sessionWith(imre.id, { on: '2026-10-12' }))],
  [
    'an entry is corrected',
    ({ noor, imre, entryId }) => correctSession(noor, entryId, sessionWith(imre.id, { minutes: 90 })),
  ],
  ['an entry is taken out', ({ noor, clipId }) => takeEntryOut(noor, clipId, nothingAgainst, now)],
  ['an entry is erased', ({ clipId }) => transact((tx) => eraseEntry(tx, clipId, now))],
  [
    'it is signed',
    ({ imre, requestId }) => answerRequests(imre, [{ id: requestId, answer: 'signed', reason: '' }], now),
  ],
  [
    'a signature is voided',
    ({ entryId }) => db().countersigning.updateMany({ where: { entryId }, data: { voidedAt: now } }),
  ],
  [
    'a clip is rated',
    ({ imre, clipId: entryId }) =>
      db().clipRating.create({ data: { entryId, version: 1, supervisorId: imre.id, ratings: {}, ratedAt: now } }),
  ],
  [
    'a supervisor states something',
    ({ noor, imre }) =>
      db().supervisorStatement.create({
        data: { traineeId: noor.id, supervisorId: imre.id, isPositive: true, body: {}, sentAt: now },
      }),
  ],
  [
    'she declares something',
    ({ noor }) =>
      transact((tx) =>
        insertAttestation(tx, { userId: noor.id, requirementId: 'manual', isAccepted: true, on: '2026-11-02', now }),
      ),
  ],
  [
    'she chooses a pathway',
    async ({ noor }) => {
      const { id: pathwayId, currentVersionId } = await itemOf('pathway')
      await transact((tx) =>
        insertPlacement(tx, { userId: noor.id, pathwayId, versionId: currentVersionId ?? '', now }),
      )
    },
  ],
  [
    'she attends a session',
    async ({ noor, imre }) => {
      const { id: sessionId } = await db().liveSession.findFirstOrThrow()
      await db().attendance.create({
        data: {
          sessionId,
          userId: noor.id,
          state: 'present',
          via: 'lead',
          recordedById: imre.id,
          recordedAt: now,
        },
      })
    },
  ],
  ['a session of her cohort is cancelled', () => db().liveSession.updateMany({ data: { cancelledAt: now } })],
  ['her cohort asks for other hours live', () => db().cohort.updateMany({ data: { liveMinutes: 600 } })],
  ['she reads a lesson', ({ noor }) => markLessonRead(noor, { course: 'first-steps', lesson: 'one' }, now)],
  [
    'she answers a question',
    async ({ noor }) => {
      const { id: enrolmentId, course } = await db().enrolment.findFirstOrThrow({
        where: { userId: noor.id },
        select: { id: true, course: { select: { currentVersionId: true } } },
      })
      const answered = { questionId: 'one', chosen: ['a'], isCorrect: true, answeredAt: now }
      await db().questionAnswer.create({
        data: { enrolmentId, courseVersionId: course.currentVersionId ?? '', ...answered },
      })
    },
  ],
  [
    'she completes a course',
    ({ noor }) => db().enrolment.updateMany({ where: { userId: noor.id }, data: { completedAt: now } }),
  ],
  ['she begins a vignette', attempt],
  [
    'her profession is put right',
    ({ noor }) => db().user.update({ where: { id: noor.id }, data: { profession: 'psychiatrist' } }),
  ],
  [
    'she moves to another time zone',
    ({ noor }) => db().user.update({ where: { id: noor.id }, data: { timeZone: 'Asia/Tokyo' } }),
  ],
]

test.each(OF_HERS)('a print is another once %s, and nobody else’s is', async (_what, change) => {
  const before = await prints()
  expect(before.noor).toBeTruthy()
  await change(cast)
  const after = await prints()
  expect(after.noor).not.toBe(before.noor)
  expect(after.sol).toBe(before.sol)
})

test('an outcome changes it when it is released', async () => {
  const { id } = await attempt(cast)
  const before = await prints()
  await db().attempt.update({ where: { id }, data: { state: 'released', hasPassed: true, releasedAt: now } })
  expect((await prints()).noor).not.toBe(before.noor)
})

test.each([
  [
    'an approval ends',
    ({ imre }: Cast) => db().supervisorApproval.updateMany({ where: { userId: imre.id }, data: { endsOn: now } }),
  ],
  [
    'a provider is approved',
    ({ imre }: Cast) =>
      db().providerApproval.create({
        data: {
          provider: { create: { name: 'The Anna Freud Centre', createdAt: now } },
          ...{ startsOn: now, approvedById: imre.id, approvedAt: now },
        },
      }),
  ],
  [
    'a pathway is taken off the list',
    () => db().contentItem.updateMany({ where: { kind: 'pathway' }, data: { isListed: false } }),
  ],
])('everybody’s is another once %s', async (_what, change) => {
  const before = await prints()
  await change(cast)
  const after = await prints()
  expect(after.noor).not.toBe(before.noor)
  expect(after.sol).not.toBe(before.sol)
})

test('it stays the same while nothing changes', async () => expect(await prints()).toEqual(await prints()))
