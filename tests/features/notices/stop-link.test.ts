import { beforeEach, expect, test } from 'vitest'
import { db, transact } from '#app/db/client.server.ts'
import { notify } from '#app/db/notices.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { composeNotice } from '#app/features/notices/compose-mail.server.ts'
import { chooseMails, readMailChoices } from '#app/features/notices/own-notices.server.ts'
import { stopMails, stopPath, viewStop } from '#app/features/notices/stop-link.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'

let noor: Actor
let ada: Actor

beforeEach(async () => {
  noor = await createAccount('Noor')
  ada = await createAccount('Ada')
})

const KIND = 'statement-sent'
const tokenOf = (person: Actor) => stopPath(person.id, KIND).split('/').at(-1) ?? ''
const getsMail = async (person: Actor, wanted: string = KIND) =>
  (await readMailChoices(person)).find(({ kind }) => kind === wanted)?.byEmail

async function stateOfNotice(person: Actor) {
  await transact((tx) => notify(tx, { userId: person.id, kind: KIND, params: { supervisorName: 'Imre' }, now }))
  return (await db().notice.findFirstOrThrow({ where: { userId: person.id } })).mailState
}

test('a mail names where it is stopped, for people and for mail programs', () => {
  const { text, headers } = composeNotice(KIND, { supervisorName: 'Imre' }, { userId: noor.id, name: 'Noor' })
  const address = /http\S+\/stop-mails\/\S+/.exec(text)?.[0]
  expect(headers).toEqual({
    'List-Unsubscribe': `<${address}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  })
  expect(address?.endsWith(tokenOf(noor))).toBe(true)
})

test('looked at, a link changes nothing and does not say whose it is', async () => {
  expect(await viewStop(tokenOf(noor))).toEqual({
    setting: 'a supervisor sends a statement about me',
    isStopped: false,
  })
  expect(await getsMail(noor)).toBe(true)
})

test('used, it stops this kind for this person, and the notice still stands on their page', async () => {
  expect(await stopMails(tokenOf(noor), now)).toBe(true)
  expect(await viewStop(tokenOf(noor))).toMatchObject({ isStopped: true })
  expect(await getsMail(noor)).toBe(false)
  expect(await getsMail(noor, 'clip-rated')).toBe(true)
  expect(await getsMail(ada)).toBe(true)
  expect(await stateOfNotice(noor)).toBe('none')
  expect(await stateOfNotice(ada)).toBe('queued')
})

test('used twice, or twice at once, it is written down once', async () => {
  await Promise.all([stopMails(tokenOf(noor), now), stopMails(tokenOf(noor), now)])
  await stopMails(tokenOf(noor), now)
  expect(await auditedActions()).toEqual(['mails.stopped'])
})

test('what was stopped is chosen again in the settings, and the same link stops it again', async () => {
  await stopMails(tokenOf(noor), now)
  await chooseMails(noor, [KIND])
  expect(await getsMail(noor)).toBe(true)
  await stopMails(tokenOf(noor), now)
  expect(await getsMail(noor)).toBe(false)
})

test('put together from the parts of others it stops nothing', async () => {
  const [kind, , signature] = tokenOf(noor).split('.')
  const [, other] = tokenOf(ada).split('.')
  for (const token of [
    `${kind}.${other}.${signature}`,
    `clip-rated.${tokenOf(noor).split('.').slice(1).join('.')}`,
    'x',
    '..',
    `${tokenOf(noor)}x`,
  ]) {
    expect(await viewStop(token)).toBeUndefined()
    expect(await stopMails(token, now)).toBe(false)
  }
  expect(await db().noticePreference.count()).toBe(0)
})
