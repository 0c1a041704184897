import { expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { answersOf } from '#app/features/marking/shown-script.server.ts'
import { viewScript } from '#app/features/marking/view-script.server.ts'
import { documentText } from '#app/rich-text/document.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { createScript, createVignette } from '#tests/support/scripts.ts'

it('a script shows [name] to its marker where its writer named themselves', async () => {
  const [noor, lena] = [await createAccount('Noor'), await createAccount('Lena', { roles: ['training_lead'] })]
  // The script says "What was it like, at the desk?": its writer is called Desk from here on.
  const { code } = await createScript(await createVignette(), noor)
  await db().user.update({ where: { id: noor.id }, data: { name: 'Noor Desk' } })
  await claimScript(lena, code, now)
  const view = await viewScript(lena, code)
  const answers = 'script' in view ? answersOf(view.script) : []
  expect(answers.map(({ document }) => documentText(document))).toEqual(['What was it like, at the [name]?'])
  expect(JSON.stringify(view)).not.toMatch(/noor|desk/i)
})
