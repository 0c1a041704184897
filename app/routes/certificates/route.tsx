import { requireActor } from '#app/auth/guards.server.ts'
import { certificateDay, ISSUER } from '#app/domain/certificate.ts'
import { CredentialSheet } from '#app/features/credentials/credential-sheet.tsx'
import { viewOwnCertificates } from '#app/features/credentials/own-certificates.server.ts'
import { requestContext } from '#app/http/context.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import type { Route } from './+types/route'
import { Standing } from './standing.tsx'

export const meta: Route.MetaFunction = () => [{ title: 'Certificates · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requireActor(args)
  return { certificates: await viewOwnCertificates(actor, args.context.get(requestContext).now) }
}

type OwnCertificate = Route.ComponentProps['loaderData']['certificates'][number]

export default function Certificates({ loaderData: { certificates } }: Route.ComponentProps) {
  return (
    <>
      <PageHeader
        title="Certificates"
        lead="What you completed, and what you were awarded. An employer checks each one by its number, without an account."
      />
      {certificates.length === 0 ? <None /> : <CertificateList certificates={certificates} />}
    </>
  )
}

function None() {
  return (
    <EmptyState title="No certificate yet" actions={<LinkButton href="/learn">Go to my learning</LinkButton>}>
      <p>
        When you have completed a course, or an application of yours was approved, accreditation staff issue a
        certificate. We tell you as soon as it is here.
      </p>
    </EmptyState>
  )
}

function CertificateList({ certificates }: { certificates: readonly OwnCertificate[] }) {
  return (
    <ul className="grid gap-8">
      {certificates.map((certificate) => (
        <li key={certificate.number}>
          <CredentialSheet sheet={certificate.sheet}>
            <NumberAndLinks certificate={certificate} />
          </CredentialSheet>
        </li>
      ))}
    </ul>
  )
}

function NumberAndLinks({ certificate }: { certificate: OwnCertificate }) {
  const { number, issuedAt, address, sheet } = certificate
  return (
    <div className="grid gap-4">
      <Standing certificate={certificate} />
      <p>
        <span className="block font-semibold text-lg tabular-nums wrap-anywhere">{number}</span>
        <span className="text-ink-muted text-sm">
          Issued by {ISSUER} on {certificateDay(issuedAt)}
        </span>
      </p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <LinkButton href={`/certificates/${number}.pdf`} download>
          <Icon name="download" /> Download PDF
          <span className="sr-only"> of the certificate for {sheet.title}</span>
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
          What happened to it<span className="sr-only">: {sheet.title}</span>
        </a>
      </p>
      <OtherForms number={number} title={sheet.title} />
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
function OtherForms({ number, title }: { number: string; title: string }) {
  return (
    <ul className="flex flex-wrap gap-x-6 text-sm" aria-label={`Other forms of the certificate for ${title}`}>
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
