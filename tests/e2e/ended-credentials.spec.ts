import { randomBytes } from 'node:crypto'
import { CERTIFICATE_RANDOM_BYTES, certificateNumber } from '#app/domain/identifiers.ts'
import { inDatabase } from './support/database.ts'
import { expect, test } from './support/test.ts'

const newNumber = () => certificateNumber(randomBytes(CERTIFICATE_RANDOM_BYTES))

/** A note of Margit's status, which nobody else in these tests looks at. */
const insertNote = (number: string, note: string, validUntil: string) =>
  inDatabase(
    `INSERT INTO credential (id, number, kind, user_id, holder_name, title, valid_from, valid_until, issued_at, status_record_id, note)
     SELECT gen_random_uuid(), $1, 'specialist_note', u.id, u.name, s.title, now() - interval '2 years', $2::timestamptz,
            now() - interval '2 years', s.id, $3::specialist_note
     FROM status_record s JOIN "user" u ON u.id = s.user_id WHERE u.email = 'margit@demo.stance.example'`,
    [number, validUntil, note],
  )

const happens = (number: string, kind: string) =>
  inDatabase(
    `INSERT INTO credential_event (id, credential_id, kind, at)
     SELECT gen_random_uuid(), id, $2::credential_event_kind, now() - interval '1 minute' FROM credential WHERE number = $1`,
    [number, kind],
  )

/** Each outweighs the one before, so that one credential goes through all of them. */
const STATES: [kind: string, heading: string][] = [
  ['suspended', 'This specialist note is suspended'],
  ['lapsed', 'This specialist note has lapsed'],
  ['superseded', 'Another specialist note has taken its place'],
  ['revoked', 'This specialist note was revoked'],
]

test('a credential that does not hold says so first, in words, shape and colour that everybody can read', async ({
  page,
  expectAccessible,
}) => {
  const number = newNumber()
  await insertNote(number, 'group', '2100-01-01T00:00:00Z')
  await page.goto(`/verify/${number}`)
  await expect(page.getByRole('heading', { level: 1, name: 'This specialist note is valid' })).toBeVisible()
  await expectAccessible(page)
  for (const [kind, heading] of STATES) {
    await happens(number, kind)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'What it said' })).toBeVisible()
    await expectAccessible(page)
  }

  const expired = newNumber()
  await insertNote(expired, 'individual', '2026-01-01T00:00:00Z')
  await page.goto(`/verify/${expired}`)
  await expect(page.getByRole('heading', { level: 1, name: 'This specialist note has expired' })).toBeVisible()
  await expectAccessible(page)
})
