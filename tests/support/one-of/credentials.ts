import { randomUUID } from 'node:crypto'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { beginBatch } from '#app/features/credentials/desk/begin-batch.server.ts'
import { previewBatch } from '#app/features/credentials/desk/preview-batch.server.ts'
import { keepListing } from '#app/features/register/own-listing.server.ts'
import { createAccount, now } from '../accounts.ts'
import { enrolment, issueAsSeen, publishCourse } from '../certificates.ts'
import { holdStatus } from '../held-statuses.ts'
import { awardStatus } from '../statuses.ts'
import type { Area } from './area.ts'

/** A certificate of Noor’s, others that wait to be issued, a status to be issued, and Noor’s page in the register. */
export async function oneOfCredentials(noor: Actor, grace: Actor): Promise<Area> {
  const completed = await enrolment(noor, await publishCourse())
  const [number] = (await issueAsSeen(grace, [completed])).issuedNumbers
  const addresses = {
    'verify.$number': `/verify/${number}`,
    'verify.$number.credential.json': `/verify/${number}/credential.json`,
    'api.credentials.$number': `/api/credentials/${number}`,
    'credentials.status.$list': '/credentials/status/revocation-1',
    'certificates.$number.history': `/certificates/${number}/history`,
    'accreditation.credentials.$number': `/accreditation/credentials/${number}`,
    'certificates.$number.png': `/certificates/${number}.png`,
    'certificates.$number.svg': `/certificates/${number}.svg`,
    'certificates.$number.json': `/certificates/${number}.json`,
    'certificates.$number.pdf': `/certificates/${number}.pdf`,
    // Another completed course, whose certificate waits to be issued.
    'accreditation.issue': `/accreditation/issue?enrolment=${await enrolment(noor, await publishCourse())}`,
    'accreditation.batches.$id': `/accreditation/batches/${await batchOf(grace)}`,
    'accreditation.statuses.issue': `/accreditation/statuses/issue?status=${await awardStatus(await createAccount('Ida'), grace)}`,
    'register.$code': await addressInRegister(noor),
  }
  return { addresses, sent: {} }
}

async function batchOf(grace: Actor): Promise<string> {
  const { seen } = await previewBatch(grace, {})
  const id = randomUUID()
  await beginBatch(grace, { id, seen, course: undefined, name: undefined }, now)
  return id
}

/** Noor’s own page there. */
async function addressInRegister(noor: Actor): Promise<string> {
  await holdStatus(noor)
  const nothing = { showsProfession: false, town: '', country: '', languages: [], worksWith: [], isIndexable: false }
  await keepListing(noor, nothing, now)
  const { code } = await db().registerListing.findUniqueOrThrow({ where: { userId: noor.id } })
  return `/register/${code}`
}
