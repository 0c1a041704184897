import { afterEach, expect, test } from 'vitest'
import { settings } from '#app/env.server.ts'
import { readMailbox, readMailboxMessage } from '#app/features/notices/development-mailbox.server.ts'
import { sendMail } from '#app/integrations/mail.server.ts'
import { now } from '#tests/support/accounts.ts'

const { isProduction } = settings()
const status = (work: Promise<unknown>) => work.catch((thrown: Response) => thrown.status)

afterEach(() => Object.assign(settings(), { isProduction, SMTP_URL: undefined }))

const mail = {
  messageId: '<one@localhost>',
  to: { name: 'Noor', address: 'noor@people.example' },
  subject: 'Your feedback is ready',
  text: 'Read it.',
  now,
}

test('without a mail server a mail goes to the development mailbox, and a second copy takes the place of the first', async () => {
  await sendMail(mail)
  await sendMail({ ...mail, text: 'Read it now.' })
  const [message, ...others] = await readMailbox()
  expect(others).toEqual([])
  expect(await readMailboxMessage(message?.id ?? '')).toMatchObject({ to: 'noor@people.example', text: 'Read it now.' })
})

test('in production, or with a mail server, there is no such mailbox', async () => {
  await sendMail(mail)
  settings().SMTP_URL = 'smtp://mail.example'
  expect(await status(readMailbox())).toBe(404)
  Object.assign(settings(), { isProduction: true, SMTP_URL: undefined })
  expect(await status(readMailbox())).toBe(404)
})

test('a mail that is not there is not found', async () => {
  expect(await status(readMailboxMessage('018f0000-0000-7000-8000-000000000000'))).toBe(404)
})
