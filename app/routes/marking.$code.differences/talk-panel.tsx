import type { MarkFaults, MarkFields } from '#app/domain/mark-form.ts'
import type { FinalMarkKind } from '#app/domain/marking.ts'
import { prefillProposal } from '#app/features/marking/prefill-proposal.ts'
import type { DifferencesView } from '#app/features/marking/view-differences.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { AskThird } from './ask-third.tsx'
import { EarlierProposals } from './earlier-proposals.tsx'
import { OpenProposal } from './open-proposal.tsx'
import { ProposalForm } from './proposal-form.tsx'

export type RefusedTalk = { faults: MarkFaults; typed: MarkFields; note: string }

/** What the two have come to, or can still do. Plain forms: nothing here needs a script. */
export function TalkPanel({ view, refused }: { view: DifferencesView; refused: RefusedTalk | undefined }) {
  const { isTalkOpen, proposals, rubric, marks, isAdjudicator } = view
  const open = proposals.findIndex(({ answer }) => answer === null)
  const proposal = proposals[open]
  return (
    <section aria-labelledby="talk" className="grid min-w-0 gap-6">
      <h2 id="talk" className="text-2xl">
        {isTalkOpen ? 'Come to one mark' : 'What became of it'}
      </h2>
      <ErrorSummary errors={Object.entries(refused?.faults ?? {}).map(([id, message]) => ({ id, message }))} />
      <EarlierProposals proposals={proposals} />
      {isTalkOpen && proposal && (
        <OpenProposal proposal={proposal} number={open + 1} rubric={rubric} note={refused?.note ?? ''} />
      )}
      {isTalkOpen && !proposal && (
        <ProposalForm
          code={view.code}
          rubric={rubric}
          fields={
            refused?.typed && Object.keys(refused.typed).length > 0 ? refused.typed : prefillProposal(rubric, marks)
          }
          faults={refused?.faults ?? {}}
          note={refused?.note ?? ''}
        />
      )}
      {isTalkOpen && <AskThird />}
      {!isTalkOpen && <Outcome {...view} />}
      {isAdjudicator && !view.final && (
        <div>
          <LinkButton href={`/marking/${view.code}`}>Mark this script</LinkButton>
        </div>
      )}
    </section>
  )
}

const kinds: Record<FinalMarkKind, string> = {
  single: 'One mark stands',
  agreed_automatically: 'The two marks agree',
  agreed: 'The two markers agreed',
  adjudicated: 'A third marker decided',
  again: 'The answer was marked again',
}

function Outcome({ final, isAdjudicator }: DifferencesView) {
  if (!final)
    return isAdjudicator ? null : (
      <Notice title="With a third marker">
        <p>A third marker reads the script and sees both marks, and not whose they are. Their mark will stand.</p>
      </Notice>
    )
  return (
    <Notice
      kind="positive"
      title={`${kinds[final.kind]}: global rating ${final.globalLevel}, ${final.hasPassed ? 'passed' : 'not passed yet'}`}
    >
      {final.because.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  )
}
