import { dictionary } from '@zxcvbn-ts/language-common'
import { PASSWORD_MIN_LENGTH } from '#app/domain/password.ts'

/** Published with the demo cast, so the whole world knows it. */
const DEMO_PASSWORD = 'mentalize-demo'

const common = new Set(
  dictionary['passwords-common'].filter((password) => password.length >= PASSWORD_MIN_LENGTH).concat(DEMO_PASSWORD),
)

/** Whether this is one of the passwords that people choose most, also with capitals or with signs put behind it. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase()
  return common.has(plain) || common.has(plain.replace(/[^a-z0-9]+$/, ''))
}
