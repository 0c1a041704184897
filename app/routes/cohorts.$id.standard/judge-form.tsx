import { Form } from 'react-router'
import { estimateField } from '#app/domain/standard-setting/estimate-form.ts'
import { faultOf } from '#app/http/form-errors.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { ExerciseProps } from './exercise.tsx'

type Props = { exercise: NonNullable<ExerciseProps['exercise']> } & Omit<ExerciseProps, 'exercise'>

/** A judge's estimates of one round; in the second with the spread of the first beside each. */
export function JudgeForm({ exercise, items, action, fault }: Props) {
  const { round, own, hasJudged, firstRound } = exercise
  const typed = faultOf(fault, 'judge')
  const shownEstimate = (item: string) => {
    const value = typed?.values[estimateField(item)]
    return typeof value === 'string' ? value : String(own[item] ?? '')
  }
  return (
    <Form method="post" action={action} className="grid max-w-form gap-5">
      <input type="hidden" name="round" value={round} />
      {items.map(({ id, title, asks }) => (
        <TextField
          key={id}
          name={estimateField(id)}
          label={title}
          hint={`${asks} ${spreadText(firstRound?.find(({ item }) => item === id))}`.trim()}
          inputMode="decimal"
          autoComplete="off"
          className="max-w-28"
          defaultValue={shownEstimate(id)}
          errors={typed?.errors[estimateField(id)]}
          required
        />
      ))}
      <div>
        <Button name="intent" value="judge">
          {hasJudged ? 'Change my estimates' : 'Give my estimates'}
        </Button>
      </div>
    </Form>
  )
}

type Spread = NonNullable<Props['exercise']['firstRound']>[number]

const spreadText = (spread: Spread | undefined) =>
  spread
    ? `First round: from ${spread.lowest} to ${spread.highest}, mean ${spread.mean.toFixed(2)} (${spread.judges} judges).`
    : ''
