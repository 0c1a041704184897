import { ISSUER } from '#app/domain/certificate.ts'
import { VerifyForm } from '#app/features/credentials/verify-form.tsx'
import { Verdict } from './verdict.tsx'

export function UnknownNumber({ number }: { number: string }) {
  return (
    <>
      <Verdict status="revoked" tone="critical" title="There is no certificate with this number">
        {ISSUER} never issued <span className="font-medium tabular-nums wrap-anywhere">{number}</span>.
      </Verdict>
      <div className="mb-10 grid max-w-measure gap-2">
        <p>
          The number is correctly formed, so a slip in typing is very unlikely. Do not rely on the paper or file that it
          stands on.
        </p>
        <p>
          Ask the person to sign in to {ISSUER} and to send you the address of their certificate from there, or the PDF
          that they download.
        </p>
      </div>
      <VerifyForm label="Try another number" />
    </>
  )
}
