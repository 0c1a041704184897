import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'

/** Have it worked out again; take the marks away as a file, with what its columns mean. */
export function ReportActions({ address, slug, hasMarks }: { address: string; slug: string; hasMarks: boolean }) {
  return (
    <>
      {hasMarks && (
        <>
          <LinkButton variant="secondary" href={`${address}.csv?vignette=${slug}`}>
            Marks as CSV
          </LinkButton>
          <LinkButton variant="quiet" href={`${address}.csv?part=columns`}>
            What its columns mean
          </LinkButton>
        </>
      )}
      <Form method="post" action={`${address}?vignette=${slug}`}>
        <Button variant="secondary">Work it out again</Button>
      </Form>
    </>
  )
}
