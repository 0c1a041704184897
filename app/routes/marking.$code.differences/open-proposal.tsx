import { Form } from 'react-router'
import { decideMark } from '#app/domain/rubric.ts'
import type { DifferencesView } from '#app/features/marking/view-differences.server.ts'
import type { ShownRubric } from '#app/features/marking/view-script.server.ts'
import { MarkDecision } from '#app/ui/mark-decision.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { MarkGiven } from '../marking.$code/mark-given.tsx'
import { SendButton } from './send-button.tsx'

type OpenProposalProps = {
  proposal: DifferencesView['proposals'][number]
  /** Its number among all: nobody answers another one unseen. */
  number: number
  rubric: ShownRubric
  note: string
}

/** A proposal that waits for an answer: the other marker's to be accepted or declined, one's own to be taken back. */
export function OpenProposal({ proposal, number, rubric, note }: OpenProposalProps) {
  return (
    <div className="grid gap-5">
      <h3 className="text-xl">{proposal.isOwn ? 'You propose this mark' : 'The other marker proposes this mark'}</h3>
      {proposal.note && <p className="whitespace-pre-line wrap-anywhere">{proposal.note}</p>}
      <MarkDecision decision={decideMark(rubric, proposal.mark)} />
      <MarkGiven rubric={rubric} mark={proposal.mark} />
      <Form method="post" className="grid justify-items-start gap-4">
        <input type="hidden" name="proposal" value={number} />
        {proposal.isOwn ? (
          <SendButton intent="withdrawn" variant="secondary">
            Take it back
          </SendButton>
        ) : (
          <>
            <SendButton intent="accepted">Accept this mark</SendButton>
            <div className="w-full">
              <TextArea name="note" label="Or say in a word why not" rows={3} defaultValue={note} />
            </div>
            <SendButton intent="declined" variant="secondary">
              Decline
            </SendButton>
          </>
        )}
      </Form>
    </div>
  )
}
