import { hash as argon2Hash, type Options, verify } from '@node-rs/argon2'
import { judgePassword, type PasswordJudgement } from '#app/domain/password.ts'
import { isCommonPassword } from './common-passwords.server.ts'

/** Argon2id is the package's default. OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => argon2Hash(password, COST)

let decoy: Promise<string> | undefined

/**
 * Whether this is the person's password. Without a stored hash (nobody there, or an invited person who has not chosen one
 * yet) the same work is done on a decoy, so that the time taken does not tell who has an account.
 */
export async function verifyPassword(storedHash: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this one')
  const isRight = await verify(storedHash ?? (await decoy), password)
  return isRight && Boolean(storedHash)
}

/** Judges a password that somebody wants to choose. */
export const judgeNewPassword = (password: string, email: string): PasswordJudgement =>
  judgePassword(password, email, isCommonPassword)
