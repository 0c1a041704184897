import type { Page } from '@playwright/test'
import { inDatabase } from '../support/database.ts'
import { expect } from '../support/test.ts'
import type { Newcomer } from './story.ts'

export type Script = { code: string; attemptId: string; userId: string }

/** Whose script it is, which only the database knows. */
export async function scriptOf({ email }: Newcomer): Promise<Script> {
  const { rows } = await inDatabase<Script>(
    `SELECT allocation.code, attempt.id AS "attemptId", "user".id AS "userId"
     FROM allocation JOIN attempt ON attempt.id = attempt_id JOIN "user" ON "user".id = user_id WHERE email = $1`,
    [email],
  )
  const [script] = rows
  if (!script || rows.length > 1) throw new Error(`${email} has ${rows.length} scripts.`)
  return script
}

/** Nothing that the browser was sent says who wrote this, or when. */
export async function expectAnonymous(page: Page, { name, email }: Newcomer, { attemptId, userId }: Script) {
  const sent = `${page.url()} ${await page.title()} ${await page.content()}`
  for (const trace of [...name.split(' '), email, attemptId, userId]) expect(sent).not.toContain(trace)
  await expect(page.locator('main time')).toHaveCount(0)
}
