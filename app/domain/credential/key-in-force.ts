import type { IssuerKey } from './did.ts'

export type KeyStanding = { maySign: true } | { maySign: false; because: string }

/**
 * Whether the key that this installation was given may sign, by what is known of its keys. The first key of an installation may;
 * another one has to be adopted, so that a wrong file does not retire a good key.
 */
export function keyStanding(publicKey: string, known: readonly IssuerKey[]): KeyStanding {
  const own = known.find(({ id }) => id === publicKey)
  if (own?.revokedAt) return refuse(publicKey, 'was revoked and never signs again')
  if (own?.retiredAt) return refuse(publicKey, 'was retired and never signs again')
  if (own || known.every(({ retiredAt, revokedAt }) => retiredAt ?? revokedAt)) return { maySign: true }
  return refuse(publicKey, 'is not the one in force. To take it instead: npm run issuer:key -- adopt')
}

const refuse = (publicKey: string, because: string): KeyStanding => ({
  maySign: false,
  because: `The issuer's key ${publicKey} ${because}.`,
})
