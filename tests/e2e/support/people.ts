import { uuidv7 } from 'uuidv7'
import { inDatabase } from './database.ts'

export type Person = { name: string; email: string; regulator?: string; registrationNumber?: string }

/** An account with the role of a trainee, for a story that does not begin with signing up. */
export async function createTrainee({ name, email, regulator = '', registrationNumber = '' }: Person): Promise<void> {
  await inDatabase(
    `WITH person AS (
       INSERT INTO "user" (id, name, email, email_confirmed_at, profession, regulator, registration_number)
       VALUES ($1, $2, $3, now(), 'nurse', $5, $6) RETURNING id)
     INSERT INTO role_grant (id, user_id, role) SELECT $4, id, 'trainee' FROM person`,
    [uuidv7(), name, email, uuidv7(), regulator, registrationNumber],
  )
}
