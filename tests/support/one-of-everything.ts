import { publishContent } from '#app/content/publish.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { createAccount, now } from './accounts.ts'
import { contentFolder } from './content-folder.ts'
import { oneOfAccounts } from './one-of/accounts.ts'
import { type Area, COURSE } from './one-of/area.ts'
import { oneOfCohorts } from './one-of/cohorts.ts'
import { oneOfCredentials } from './one-of/credentials.ts'
import { oneOfMarking } from './one-of/marking.ts'
import { oneOfPractice } from './one-of/practice.ts'
import { oneOfStudying } from './one-of/studying.ts'
import { withRecording } from './recordings.ts'
import { createSupervisor } from './supervision.ts'

export type OneOfEverything = Area & {
  owners: Record<'noor' | 'lena' | 'grace' | 'root' | 'imre', Actor>
  /** A draft of the mark that Lena is writing. */
  draftOfMark: string
}

/**
 * One of everything that the application keeps. What is a trainee's is Noor's, who is on a course, has handed in one answer and
 * writes at another; what is a training lead's is Lena's, who has taken that answer to mark it.
 */
export async function createOneOfEverything(): Promise<OneOfEverything> {
  const [noor, lena] = [await createAccount('Noor'), await createAccount('Lena', { roles: ['training_lead'] })]
  const grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
  const root = await createAccount('Root', { roles: ['administrator'] })
  await publishContent(await contentFolder(withRecording()), now)
  await enrol(noor, COURSE, now)
  const studying = await oneOfStudying(noor)
  const { draftOfMark, ...marking } = await oneOfMarking(noor, lena, grace)
  const cohorts = await oneOfCohorts(lena, noor)
  const imre = await createSupervisor('Imre')
  const practice = await oneOfPractice(noor, imre, grace)
  const credentials = await oneOfCredentials(noor, grace)
  const areas = [studying, marking, cohorts, practice, credentials, await oneOfAccounts(noor, lena)]
  return {
    owners: { noor, lena, grace, root, imre },
    addresses: Object.assign({ 'not-found': '/nothing/here' }, ...areas.map(({ addresses }) => addresses)),
    sent: Object.assign({}, ...areas.map(({ sent }) => sent)),
    draftOfMark,
  }
}
