import { Form } from 'react-router'
import { inNumber } from '#app/domain/wording.ts'
import type { UnreleasedView } from '#app/features/marking/view-unreleased.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EnterSendsNothing } from '#app/ui/enter-sends-nothing.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { AtATime } from './at-a-time.tsx'
import { groupName } from './group.ts'

type GroupFormProps = Pick<UnreleasedView, 'groups'> & {
  chosen: string
  timeZone: string
  fault: { at: string; errors: readonly string[] | undefined } | undefined
}

/** One vignette of one cohort, to look at alone and to release as a whole. */
export function GroupForm({ groups, chosen, timeZone, fault }: GroupFormProps) {
  const group = groups.find((each) => groupName(each) === chosen)
  return (
    <div className="mb-8 grid gap-6">
      <form method="get" action="/marking/release" className="flex items-end gap-3">
        <div className="min-w-0 flex-1 sm:max-w-96">
          <SelectField
            name="group"
            label="Vignette and cohort"
            defaultValue={group ? chosen : ''}
            options={[
              { value: '', label: 'All of them' },
              ...groups.map((each) => ({
                value: groupName(each),
                label: `${each.vignetteTitle}, ${each.cohortName ?? 'no cohort'} (${each.count})`,
              })),
            ]}
          />
        </div>
        <Button variant="secondary">Show</Button>
      </form>
      {group && (
        <Form method="post" action={addressOf(chosen)} className="grid gap-4 rounded-lg border border-line p-5">
          <EnterSendsNothing />
          <input type="hidden" name="group" value={chosen} />
          <p>
            {inNumber(
              group.count,
              {
                one: 'The one final mark of “{vignette}” in {cohort}. What something holds follows as soon as nothing does.',
                other:
                  'All {n} final marks of “{vignette}” in {cohort}. What something holds follows as soon as nothing does.',
              },
              { vignette: group.vignetteTitle, cohort: group.cohortName ?? 'no cohort' },
            )}
          </p>
          <details>
            <summary className="min-h-8 text-primary">
              {inNumber(group.count, { one: 'Release it', other: 'Release all {n}' })}
            </summary>
            <div className="mt-3 grid justify-items-start gap-3">
              <p>The trainees read their marks at once. It cannot be taken back.</p>
              <Button name="intent" value="all-now">
                {inNumber(group.count, { one: 'Release it now', other: 'Release all {n} now' })}
              </Button>
            </div>
          </details>
          <AtATime id="all" intents={['all-later', 'all-never']} timeZone={timeZone} fault={fault} />
        </Form>
      )}
    </div>
  )
}

export const addressOf = (group: string) => `/marking/release${group && `?${new URLSearchParams({ group })}`}`
