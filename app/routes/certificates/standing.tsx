import { certificateDay } from '#app/domain/certificate.ts'
import type { CredentialState } from '#app/domain/credential/state.ts'
import { verdicts } from '#app/domain/credential/verdicts.ts'
import type { viewOwnCertificates } from '#app/features/credentials/own-certificates.server.ts'
import { Notice } from '#app/ui/notice.tsx'

type OwnCertificate = Awaited<ReturnType<typeof viewOwnCertificates>>[number]

/** Said of one that does not hold today; draws nothing for one that does. */
export function Standing({ certificate: { kind, standing, supersededBy } }: { certificate: OwnCertificate }) {
  if (standing.state === 'valid') return null
  return (
    <Notice kind="caution" title={verdicts[kind][standing.state]}>
      <p>
        {sentenceOf(standing)}
        {supersededBy && ` The one that holds now is ${supersededBy}.`}
      </p>
    </Notice>
  )
}

function sentenceOf(standing: Exclude<CredentialState, { state: 'valid' }>): string {
  const day = certificateDay(standing.since)
  switch (standing.state) {
    case 'suspended':
      return standing.until ? `Suspended on ${day}, until ${certificateDay(standing.until)}.` : `Suspended on ${day}.`
    case 'revoked':
      return `Revoked on ${day}.`
    case 'superseded':
      return `Replaced on ${day}.`
    case 'lapsed':
      return `Lapsed on ${day}: it was not renewed in time.`
    case 'expired':
      return `Expired on ${day}.`
  }
}
