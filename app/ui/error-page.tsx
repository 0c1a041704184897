import { isRouteErrorResponse, useRouteError } from 'react-router'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { PublicShell } from '#app/ui/public-shell.tsx'
import { useRequestReference } from '#app/ui/request-reference.tsx'

const notOurs = {
  title: 'This could not be read',
  lead: 'It is not what a page of ours sends, and nothing was changed. Go back, reload the page and try again.',
}

const explanations: Record<number, { title: string; lead: string }> = {
  400: notOurs,
  403: {
    title: 'This page is not open to you',
    lead: 'Your account does not have the role that this page needs. If it should have, ask your training organisation.',
  },
  404: {
    title: 'There is no such page',
    lead: 'The address may be mistyped, or what was here may have been withdrawn.',
  },
  405: notOurs,
  413: {
    title: 'This is too much',
    lead: 'It is longer than this form can take, and nothing was changed. Go back to what you wrote, shorten it and send it again.',
  },
  415: notOurs,
  429: {
    title: 'Too many tries',
    lead: 'To protect accounts we stop after several tries in a short time. Wait a few minutes, then try again.',
  },
}

const unexpected = {
  title: 'Something went wrong on our side',
  lead: 'What you sent may not have been saved. We have a record of the fault and can look it up.',
}

/** The root's error boundary: what happened in plain words, and a number by which we can find it. */
export function ErrorPage() {
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  return <ErrorExplanation status={status} reference={useRequestReference()} />
}

export function ErrorExplanation({ status, reference }: { status: number; reference?: string | undefined }) {
  const { title, lead } = explanations[status] ?? unexpected
  return (
    <PublicShell>
      <title>{`${title} · Stance`}</title>
      <PageHeader eyebrow={`Error ${status}`} title={title} lead={lead} />
      {reference && (
        <p className="mb-8 max-w-measure border-line border-y py-4">
          Reference <code className="select-all text-sm wrap-anywhere">{reference}</code>
          <span className="block text-ink-muted text-sm">Quote this reference when you ask for help.</span>
        </p>
      )}
      <LinkButton href="/">Go to the home page</LinkButton>
    </PublicShell>
  )
}
