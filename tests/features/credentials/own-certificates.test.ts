import { beforeEach, describe, expect, test } from 'vitest'
import { countQueries } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { downloadCertificate, viewOwnCertificates } from '#app/features/credentials/own-certificates.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { enrolment, issueAsSeen, publishCourse } from '#tests/support/certificates.ts'

let grace: Actor
let noor: Actor
let sol: Actor
let number: string

beforeEach(async () => {
  grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
  noor = await createAccount('Noor')
  sol = await createAccount('Sol')
  const { issuedNumbers } = await issueAsSeen(grace, [await enrolment(noor, await publishCourse())])
  number = issuedNumbers[0] ?? ''
})

describe('one’s own certificates', () => {
  test('are listed for their holder only, with the address where they are verified', async () => {
    expect(await viewOwnCertificates(noor, now)).toMatchObject([
      { number, address: expect.stringMatching(`^https?://.+/verify/${number}$`) },
    ])
    expect(await viewOwnCertificates(sol, now)).toEqual([])
  })

  test('are listed with the newest first, by one statement', async () => {
    const another = await enrolment(noor, await publishCourse({ title: 'The transference' }))
    await issueAsSeen(grace, [another], new Date(now.getTime() + 1000))
    const { result, queries } = await countQueries(() => viewOwnCertificates(noor, now))
    expect(result.map(({ sheet }) => sheet.title)).toEqual(['The transference', 'Therapeutic stance'])
    expect(queries()).toBe(1)
  })
})

describe('the file of a certificate', () => {
  test('is given to its holder and to accreditation staff', async () => {
    for (const actor of [noor, grace]) {
      const { printed, pdf } = await downloadCertificate(actor, number)
      expect(printed).toMatchObject({ number, holderName: 'Noor' })
      expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
    }
  })

  test('does not exist for anybody else, whatever else they may do', async () => {
    const administrator = await createAccount('Root', { roles: ['administrator', 'training_lead'] })
    for (const actor of [sol, administrator])
      await expect(downloadCertificate(actor, number)).rejects.toMatchObject({ status: 404 })
  })

  test.each(['STN-0000-0000-0000-0000-0', 'STN-1', '../../etc/passwd'])('does not exist under %s', async (typed) => {
    await expect(downloadCertificate(grace, typed)).rejects.toMatchObject({ status: 404 })
  })
})
