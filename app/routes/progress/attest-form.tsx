import type { EvaluatedPart } from '#app/domain/pathway/evaluated.ts'
import { Button } from '#app/ui/button.tsx'

type AttestFormProps = { part: Pick<EvaluatedPart, 'id' | 'state' | 'title'>; statement: string }

/** What somebody declares of themselves, in the words of the pathway; it can be taken back. */
export function AttestForm({ part: { id, state, title }, statement }: AttestFormProps) {
  const isSaid = state === 'met'
  return (
    <form method="post" action="/progress" className="grid justify-items-start gap-3">
      <input type="hidden" name="requirement" value={id} />
      <p className="border-line-strong border-s-2 ps-4 font-serif">{statement}</p>
      <Button name="intent" value={isSaid ? 'take-back' : 'attest'} variant={isSaid ? 'quiet' : 'secondary'}>
        {isSaid ? 'Take this back' : 'I confirm this'}
        <span className="sr-only">: {title}</span>
      </Button>
    </form>
  )
}
