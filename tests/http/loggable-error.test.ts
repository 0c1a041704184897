import { expect, test } from 'vitest'
import { db, Prisma, readRows } from '#app/db/client.server.ts'
import { loggableError } from '#app/http/loggable-error.ts'
import { MailError } from '#app/integrations/mail.server.ts'

const TYPED = 'vera.blom@example.org'

test('a log says what kind of error it was, and where, and nothing of what was typed', async () => {
  const invalid = { data: { email: TYPED } } as Parameters<ReturnType<typeof db>['user']['create']>[0]
  const failed = await Promise.allSettled([
    db().user.create(invalid),
    db().$queryRaw`SELECT ${TYPED}::uuid`,
    readRows(Prisma.sql`SELECT ${TYPED}::uuid`),
    readRows(Prisma.sql`INSERT INTO "user" (id, email) VALUES (gen_random_uuid(), ${TYPED})`),
    Promise.resolve().then(() => JSON.parse(TYPED)),
    Promise.reject(new MailError(Object.assign(new Error(`550 no mailbox ${TYPED}`), { responseCode: 550 }))),
    Promise.reject(new Error('outside', { cause: new SyntaxError(TYPED) })),
  ])
  const told = failed.map((outcome) => loggableError(outcome.status === 'rejected' && outcome.reason))
  expect(JSON.stringify(told)).not.toMatch(/vera|blom/i)
  expect(told).toMatchObject([
    { type: 'PrismaClientValidationError' },
    { type: 'PrismaClientKnownRequestError', code: 'P2010', sqlState: '22P02' },
    { type: 'DatabaseError', code: '22P02' },
    { type: 'DatabaseError', code: '23502' },
    { type: 'SyntaxError' },
    { type: 'MailError', message: 'The mail server did not confirm that it took the mail.' },
    { type: 'Error', message: 'outside', cause: { type: 'SyntaxError' } },
  ])
  expect(told.at(-1)).toHaveProperty('stack', expect.stringMatching(/^\s+at .*loggable-error\.test\.ts/))
})
