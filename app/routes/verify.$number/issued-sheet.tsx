import { type Certificate, certificateDay, ISSUER } from '#app/domain/certificate.ts'
import { CertificateSheet } from '#app/features/credentials/certificate-sheet.tsx'

/** What the certificate says, with its number. */
export function IssuedSheet({ certificate }: { certificate: Certificate }) {
  return (
    <CertificateSheet text={certificate}>
      <p>
        <span className="block font-semibold text-lg tabular-nums wrap-anywhere">{certificate.number}</span>
        <span className="text-ink-muted text-sm">
          Issued by {ISSUER} on {certificateDay(certificate.issuedAt)}. Days are given in UTC.
        </span>
      </p>
    </CertificateSheet>
  )
}
