import { withDatabase } from './database/with-database.ts'
import { explain, Fault } from './narrate.mjs'

// npm run issuer:key: the keys that sign credentials. docs/security.md says when to do what.

const USAGE = `Usage: npm run issuer:key                 lists the keys
       npm run issuer:key -- adopt        takes the key in ISSUER_KEY_FILE, and retires the one before
       npm run issuer:key -- revoke KEY   says that a key was stolen: nothing that it signed stands
       npm run issuer:key -- sign-again   signs with the key in force what was signed with a stolen one`

async function main() {
  const [command = 'list', key, ...others] = process.argv.slice(2)
  if (
    !['list', 'adopt', 'revoke', 'sign-again'].includes(command) ||
    (command === 'revoke') !== Boolean(key) ||
    others.length > 0
  )
    throw new Fault(USAGE)
  console.log(await withDatabase(() => answer(command, key ?? '', new Date())))
}

async function answer(command: string, key: string, now: Date): Promise<string> {
  const { adoptKey, revokeKey } = await import('#app/features/credentials/issuer/change-keys.server.ts')
  if (command === 'adopt') {
    const { adopted, retired } = await adoptKey(now)
    return `${adopted} signs from now on.${retired.map((id) => ` ${id} is retired: what it signed stands.`).join('')}`
  }
  if (command === 'revoke') {
    if (!(await revokeKey(key, now))) throw new Fault(`${key} is none of our keys. npm run issuer:key lists them.`)
    return `${key} is revoked: nothing that it signed stands. Put another key in place, then: npm run issuer:key -- sign-again.`
  }
  if (command === 'sign-again') {
    const { signAgain } = await import('#app/features/credentials/issuer/sign-again.server.ts')
    return `${await signAgain(now)} credentials were signed again.`
  }
  return listKeys()
}

async function listKeys(): Promise<string> {
  const { listIssuerKeys } = await import('#app/db/issuer-keys.server.ts')
  const { issuerSigner } = await import('#app/integrations/issuer-key.server.ts')
  const given = issuerSigner().publicKey
  const lines = (await listIssuerKeys()).map(({ id, adoptedAt, retiredAt, revokedAt }) => {
    const end = revokedAt ? `, revoked ${day(revokedAt)}` : retiredAt ? `, retired ${day(retiredAt)}` : ''
    return `${id}  adopted ${day(adoptedAt)}${end}${id === given ? '  (the one given to this installation)' : ''}`
  })
  return lines.length > 0 ? lines.join('\n') : `No key has signed yet. The one given is ${given}.`
}

const day = (instant: Date) => instant.toISOString().slice(0, 10)

await main().catch((error) => {
  console.error(explain(error))
  process.exitCode = 1
})
