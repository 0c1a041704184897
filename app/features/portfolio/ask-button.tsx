import { Form } from 'react-router'
import type { PortfolioEntry } from '#app/db/portfolio.server.ts'
import type { Path } from '#app/domain/notices.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'

type AskButtonProps = {
  entry: Pick<PortfolioEntry, 'id' | 'kind' | 'signature'>
  /** Whom a case can be put before; a session names its own supervisor. */
  supervisors?: readonly { id: string; name: string }[]
  /** The page that the form leads back to. */
  back: Path
}

export const COUNTERSIGNING: Path = '/portfolio/countersigning'

/** On the page of a case or a session: asks for its signature, or takes the question back. Draws nothing where neither can be done. */
export function AskButton({ entry: { id, kind, signature }, supervisors = [], back }: AskButtonProps) {
  const isCase = kind === 'case'
  const canAsk = signature === 'none' || (isCase && signature === 'refused')
  if (!canAsk && signature !== 'waiting') return null
  return (
    <Form method="post" action={COUNTERSIGNING} className="grid max-w-form justify-items-start gap-4">
      <input type="hidden" name="entry" value={id} />
      <input type="hidden" name="back" value={back} />
      {canAsk && isCase && (
        <SelectField
          name="caseSupervisor"
          label="Countersigned by"
          hint="Whoever supervised this case. It is best signed when it has ended: each further session takes the signature away."
          placeholder="Choose a supervisor"
          options={supervisors.map(({ id: value, name: label }) => ({ value, label }))}
          required
        />
      )}
      {canAsk ? (
        <Button name="intent" value="ask" variant="secondary">
          Ask for the signature
        </Button>
      ) : (
        <Button name="intent" value="withdraw" variant="quiet">
          Take the question back
        </Button>
      )}
    </Form>
  )
}
