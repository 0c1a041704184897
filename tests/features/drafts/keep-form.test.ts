import { expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { keepForm, viewKeptForm } from '#app/features/drafts/keep-form.server.ts'
import { sendStatement, statementForm } from '#app/features/portfolio/send-statement.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { askedSession, createSupervisor } from '#tests/support/supervision.ts'

const work = { work: { from: [''], to: ['Weekly since May.'] } }
const draft = { baseVersion: 0, writer: 'page-1', revision: 1, body: work }

test('what is written into a form is its writer’s alone, apart for each subject, and goes when the form is sent', async () => {
  const [noor, sol] = [await createAccount('Noor'), await createAccount('Sol')]
  const [imre, kerstin] = [await createSupervisor('Imre'), await createSupervisor('Kerstin')]
  await askedSession(noor, imre)
  const aboutNoor = { form: 'statement', subject: noor.id } as const
  const aboutSol = { form: 'statement', subject: sol.id } as const

  expect(await keepForm(imre, aboutNoor, draft, now)).toMatchObject({ saved: { version: 1 } })
  expect(await keepForm(imre, aboutNoor, { ...draft, body: ['no form'] }, now)).toBeNull()
  expect(await keepForm(imre, aboutNoor, { ...draft, writer: 'page-2', body: {} }, now)).toMatchObject({
    newer: { body: work },
  })
  await keepForm(imre, aboutSol, draft, now)
  expect(await viewKeptForm(imre, aboutNoor)).toMatchObject({ version: 1, body: work })
  expect(await viewKeptForm(kerstin, aboutNoor)).toBeNull()

  const typed = { work: 'Weekly.', strengths: 'Asks.', development: 'Endings.', verdict: 'positive', sent: '0' }
  const faulty = { ...typed, work: 'Weekly, with patient ann@example.org.' }
  const send = (sent: typeof typed) =>
    sendStatement(imre, noor.id, { value: statementForm.parse(sent), typed: sent }, now)
  expect(await send(faulty)).toHaveProperty('fault')
  expect(await viewKeptForm(imre, aboutNoor)).not.toBeNull()
  expect(await send(typed)).toEqual({ isSent: true })
  expect(await viewKeptForm(imre, aboutNoor)).toBeNull()
  expect(await viewKeptForm(imre, aboutSol)).not.toBeNull()
  expect(await db().draft.count()).toBe(1)
})
