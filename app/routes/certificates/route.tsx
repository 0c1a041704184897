import { requireActor } from '#app/auth/guards.server.ts'
import { certificateDay, ISSUER } from '#app/domain/certificate.ts'
import { CertificateSheet } from '#app/features/credentials/certificate-sheet.tsx'
import { viewOwnCertificates } from '#app/features/credentials/own-certificates.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'Certificates · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  return { certificates: await viewOwnCertificates(actor) }
}

type OwnCertificate = Route.ComponentProps['loaderData']['certificates'][number]

export default function Certificates({ loaderData: { certificates } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Certificates"
        lead="Each one says what a record of continuing professional development asks for. An employer checks it by its number, without an account."
      />
      {certificates.length === 0 ? <None /> : <CertificateList certificates={certificates} />}
    </>
  )
}

function None() {
  return (
    <EmptyState title="No certificate yet" actions={<LinkButton href="/learn">Go to my learning</LinkButton>}>
      <p>
        When you have completed a course, accreditation staff issue its certificate. We tell you as soon as it is here.
      </p>
    </EmptyState>
  )
}

function CertificateList({ certificates }: { certificates: readonly OwnCertificate[] }) {
  return (
    <ul className="grid gap-8">
      {certificates.map((certificate) => (
        <li key={certificate.number}>
          <CertificateSheet text={certificate}>
            <NumberAndLinks certificate={certificate} />
          </CertificateSheet>
        </li>
      ))}
    </ul>
  )
}

function NumberAndLinks({ certificate: { number, issuedAt, address, courseTitle } }: { certificate: OwnCertificate }) {
  return (
    <div className="grid gap-4">
      <p>
        <span className="block font-semibold text-lg tabular-nums wrap-anywhere">{number}</span>
        <span className="text-ink-muted text-sm">
          Issued by {ISSUER} on {certificateDay(issuedAt)}
        </span>
      </p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <LinkButton href={`/certificates/${number}.pdf`} download>
          <Icon name="download" /> Download PDF
          <span className="sr-only"> of the certificate for {courseTitle}</span>
        </LinkButton>
        <p className="min-w-0 text-sm">
          Anybody can verify it at{' '}
          <a href={`/verify/${number}`} className="wrap-anywhere">
            {address}
          </a>
        </p>
      </div>
      <p className="text-sm">
        <a href={`/certificates/${number}/history`}>
          What happened to it<span className="sr-only">: {courseTitle}</span>
        </a>
      </p>
      <OtherForms number={number} courseTitle={courseTitle} />
    </div>
  )
}

const otherForms = [
  { end: '.pdf?paper=letter', words: 'PDF on US Letter' },
  { end: '.png', words: 'Badge as PNG' },
  { end: '.svg', words: 'Badge as SVG' },
  { end: '.json', words: 'Credential as JSON' },
]

/** Each carries the signed credential, so that software can check it without us. */
function OtherForms({ number, courseTitle }: { number: string; courseTitle: string }) {
  return (
    <ul className="flex flex-wrap gap-x-6 text-sm" aria-label={`Other forms of the certificate for ${courseTitle}`}>
      {otherForms.map(({ end, words }) => (
        <li key={end}>
          <a href={`/certificates/${number}${end}`} download className="flex min-h-target items-center">
            {words}
          </a>
        </li>
      ))}
    </ul>
  )
}
