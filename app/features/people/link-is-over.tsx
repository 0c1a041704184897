import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

/** For a mailed link that was used, has expired or was never made: nobody is told which. */
export function LinkIsOver({ again }: { again?: { href: string; label: string } }) {
  return (
    <>
      <PageHeader
        title="This link no longer works"
        lead="Each link works once and for a limited time. If you have followed it before, it has done its work: simply sign in."
      />
      <div className="flex flex-wrap gap-4">
        <LinkButton href="/sign-in">Sign in</LinkButton>
        {again && (
          <LinkButton href={again.href} variant="secondary">
            {again.label}
          </LinkButton>
        )}
      </div>
    </>
  )
}
