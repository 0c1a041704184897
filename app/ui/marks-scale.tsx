import { controlAttributes, FieldError, FieldHint, type FieldProps, RequiredMark } from '#app/ui/field.tsx'

export const levels = [1, 2, 3, 4, 5, 6, 7] as const
export type Level = (typeof levels)[number]
const PASS_STANDARD: Level = 4

type MarksScaleProps = FieldProps & {
  id?: string
  /** What each described level means; levels without words lie between their neighbours. */
  descriptors?: Partial<Record<Level, string>>
  defaultValue?: Level | 'not-rateable' | undefined
  required?: boolean
  disabled?: boolean
  /** False where a judgement has to be given, as for the global rating. */
  allowNotRateable?: boolean
  /** What level 4 is called. */
  standard?: string
}

/** A level from 1 to 7, 4 being the pass standard, or "not rateable", which is no low mark. Posts the level or `not-rateable`. */
export function MarksScale({
  descriptors = {},
  required,
  disabled,
  allowNotRateable = true,
  standard = 'pass standard',
  ...field
}: MarksScaleProps) {
  const id = field.id ?? field.name
  const { 'aria-invalid': isInvalid, ...attributes } = controlAttributes({ ...field, id })
  const chosen = field.defaultValue
  const described = levels.filter((level) => descriptors[level])
  const radio = (value: Level | 'not-rateable') => ({
    type: 'radio' as const,
    id: `${id}-${value}`,
    name: field.name,
    value,
    defaultChecked: chosen === value,
    required,
    disabled,
    'aria-invalid': isInvalid,
  })
  return (
    <fieldset tabIndex={-1} {...attributes} className="marks-scale">
      <legend className="mb-1.5 font-medium">
        {field.label}
        {required && <RequiredMark />}
      </legend>
      {field.hint && <FieldHint id={id}>{field.hint}</FieldHint>}
      <FieldError id={id} errors={field.errors} />
      <div className="levels">
        {levels.map((level) => (
          <label key={level} className={level === PASS_STANDARD ? 'is-standard' : undefined}>
            <input {...radio(level)} aria-describedby={descriptors[level] ? `${id}-meaning-${level}` : undefined} />
            <span>{level}</span>
            {level === PASS_STANDARD && <small>{standard}</small>}
          </label>
        ))}
        {allowNotRateable && (
          <label className="not-rateable">
            <input {...radio('not-rateable')} />
            <span>Not rateable</span>
          </label>
        )}
      </div>
      {described.length > 0 && (
        <dl className="meanings">
          {described.map((level) => (
            <div key={level} data-level={level}>
              <dt>{level}</dt>
              <dd id={`${id}-meaning-${level}`}>{descriptors[level]}</dd>
            </div>
          ))}
        </dl>
      )}
    </fieldset>
  )
}
