import { FINDING_NAMES } from '#app/domain/credential/findings.ts'
import { namesOf } from '#app/domain/credential/open-badge.ts'
import type { Verified } from '#app/features/credentials/signing/verify-badge.ts'

/** What a credential says, and what each check of it came to. What it says is only worth what the answer is worth. */
export function printVerified({ badge, findings }: Verified): string {
  const said = badge
    ? [
        `Says of     ${namesOf(badge) || 'somebody whom it does not name'}`,
        `that        ${badge.credentialSubject.achievement.name}`,
        ...(badge.credentialSubject.licenseNumber ? [`number      ${badge.credentialSubject.licenseNumber}`] : []),
        '',
      ]
    : []
  const checked = FINDING_NAMES.map(
    (name) => `${name.padEnd(10)}  ${findings[name].outcome.padEnd(8)}  ${findings[name].because}`,
  )
  return [...said, ...checked].map(printable).join('\n')
}

/** A file may hold anything: signs that steer a terminal are not handed to it. */
const printable = (line: string): string => line.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '\u{fffd}')
