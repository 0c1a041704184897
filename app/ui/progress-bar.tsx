type ProgressBarProps = {
  id: string
  label: string
  value: number
  max: number
  /** Said beside the bar, for example "3 of 8 lessons"; otherwise "3 of 8". */
  valueText?: string
  /** The label is for assistive technology only, where the place already says it. */
  hideLabel?: boolean
}

export function ProgressBar({
  id,
  label,
  value,
  max,
  valueText = `${value} of ${max}`,
  hideLabel = false,
}: ProgressBarProps) {
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <label htmlFor={id} className={hideLabel ? 'sr-only' : 'font-medium'}>
          {label}
        </label>
        <span className="text-ink-muted tabular-nums">{valueText}</span>
      </div>
      <progress id={id} value={Math.min(value, max)} max={max} aria-valuetext={valueText} className="meter">
        {valueText}
      </progress>
    </div>
  )
}
