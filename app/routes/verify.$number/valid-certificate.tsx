import { type Certificate, certificateDay, ISSUER } from '#app/domain/certificate.ts'
import { IssuedSheet } from './issued-sheet.tsx'
import { Verdict } from './verdict.tsx'

export function ValidCertificate({ certificate }: { certificate: Certificate }) {
  return (
    <>
      <Verdict status="met" tone="positive" title="This certificate is valid">
        {ISSUER} issued it on {certificateDay(certificate.issuedAt)}, and it has not been edited since.
      </Verdict>
      <IssuedSheet certificate={certificate} />
      <section aria-labelledby="compare" className="mt-10 grid max-w-measure gap-2">
        <h2 id="compare" className="text-xl">
          What to compare
        </h2>
        <p>
          The paper or file that you were given should say exactly this. If its name, course, hours or days differ from
          this page, this page is right.
        </p>
        <p>
          Software can check it too: <a href={`/verify/${certificate.number}/credential.json`}>its signed credential</a>{' '}
          follows Open Badges 3.0, and there is <a href="/api">an address for programs</a>.
        </p>
        <p>
          It says that a course was completed. It is neither a registration nor a licence to practise: check those with
          the person’s regulator.
        </p>
      </section>
    </>
  )
}
