import { certificateDay, ISSUER } from '#app/domain/certificate.ts'
import { type Printed, sheetOf } from '#app/domain/credential/printed.ts'
import { CredentialSheet } from '#app/features/credentials/credential-sheet.tsx'

/** What the credential says, with its number. */
export function IssuedSheet({ printed }: { printed: Printed }) {
  return (
    <CredentialSheet sheet={sheetOf(printed)}>
      <p>
        <span className="block font-semibold text-lg tabular-nums wrap-anywhere">{printed.number}</span>
        <span className="text-ink-muted text-sm">
          Issued by {ISSUER} on {certificateDay(printed.issuedAt)}. Days are given in UTC.
        </span>
      </p>
    </CredentialSheet>
  )
}
