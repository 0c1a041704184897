import { Form } from 'react-router'
import { inList } from '#app/domain/listing.ts'
import type { StandardView } from '#app/features/standards/view-standard.server.ts'
import type { FormFault } from '#app/http/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ExerciseResults } from './exercise-results.tsx'
import { JudgeForm } from './judge-form.tsx'

export type ExerciseProps = Pick<NonNullable<StandardView['shown']>, 'items' | 'exercise'> & {
  /** Whoever leads the cohort opens and closes; others judge. */
  isLed: boolean
  action: string
  fault: FormFault | undefined
}

/** The modified Angoff procedure in two rounds, wherever it stands. */
export function Exercise({ items, exercise, isLed, action, fault }: ExerciseProps) {
  return (
    <section aria-labelledby="angoff">
      <h2 id="angoff" className="mb-3 text-2xl">
        Modified Angoff
      </h2>
      <p className="mb-5 max-w-measure text-ink-muted">
        Each judge pictures a clinician who is only just good enough, and says how that clinician would be rated on each
        criterion and on the whole. In the second round every judge sees the spread of the first.
      </p>
      {exercise?.results && <ExerciseResults results={exercise.results} />}
      {exercise && exercise.state !== 'closed' ? (
        <Judging exercise={exercise} items={items} isLed={isLed} action={action} fault={fault} />
      ) : (
        isLed && (
          <Form method="post" action={action} className="mt-5">
            <Button variant="secondary" name="intent" value="open">
              {exercise ? 'Hold another exercise' : 'Open an exercise'}
            </Button>
          </Form>
        )
      )}
    </section>
  )
}

type Open = { exercise: NonNullable<ExerciseProps['exercise']> } & Omit<ExerciseProps, 'exercise'>

function Judging({ exercise, items, isLed, action, fault }: Open) {
  const { round, judges, hasJudged } = exercise
  return (
    <div className="grid gap-6">
      <p>
        <span className="font-medium">Round {round} of 2.</span>{' '}
        {judges.length === 0 ? 'Nobody has judged yet.' : `Judged so far: ${inList(judges)}.`}
      </p>
      {isLed && (
        <p className="max-w-measure text-ink-muted">
          Every training lead can judge here while the exercise is open: send the address of this page to those whose
          judgement you want.
        </p>
      )}
      <JudgeForm exercise={exercise} items={items} isLed={isLed} action={action} fault={fault} />
      {isLed && <CloseRound round={round} hasJudged={hasJudged} action={action} />}
    </div>
  )
}

function CloseRound({ round, hasJudged, action }: { round: number; hasJudged: boolean; action: string }) {
  return (
    <Form method="post" action={action}>
      <input type="hidden" name="round" value={round} />
      <Button variant="secondary" name="intent" value="close-round">
        {round === 1 ? 'Close the first round' : 'Close the exercise'}
      </Button>
      {!hasJudged && <p className="mt-2 text-ink-muted text-sm">You have not judged in this round yet.</p>}
    </Form>
  )
}
