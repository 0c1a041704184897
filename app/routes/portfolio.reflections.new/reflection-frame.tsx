import type { Draft } from '#app/features/drafts/use-draft.ts'
import type { ReflectionDraft } from '#app/features/portfolio/reflection-draft.ts'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type ReflectionFrameProps = {
  draft: Pick<Draft<ReflectionDraft>, 'body' | 'change' | 'generation'>
  cases: readonly { value: string; label: string }[]
  errors: Readonly<Record<string, readonly string[]>>
}

/** What stands around the four prompts. */
export function ReflectionFrame({ draft: { body, change, generation }, cases, errors }: ReflectionFrameProps) {
  const set = (part: Partial<ReflectionDraft>) => change((current) => ({ ...current, ...part }))
  return (
    <div key={generation} className="grid gap-6">
      <DateField
        name="on"
        label="Day of what you reflect on"
        defaultValue={body.on}
        onChange={({ currentTarget }) => set({ on: currentTarget.value })}
        errors={errors.on}
        required
      />
      <TextField
        name="title"
        label="Title"
        maxLength={120}
        defaultValue={body.title}
        onChange={({ currentTarget }) => set({ title: currentTarget.value })}
        errors={errors.title}
        required
      />
      {cases.length > 0 && (
        <SelectField
          name="caseId"
          label="Case"
          placeholder="None in particular"
          options={cases}
          defaultValue={body.caseId}
          onChange={({ currentTarget }) => set({ caseId: currentTarget.value })}
          errors={errors.caseId}
        />
      )}
      <CheckboxField
        name="isReport"
        label="This is my reflective report"
        hint="The one that a pathway asks for, on the whole of your practice."
        defaultChecked={body.isReport}
        onChange={({ currentTarget }) => set({ isReport: currentTarget.checked })}
        errors={errors.isReport}
      />
    </div>
  )
}
