import type { Gap } from '#app/domain/portfolio/supervision-calendar.ts'
import { inNumber } from '#app/domain/wording.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'

const weeksIn = (days: number) => Math.floor(days / 7)

/** The stretches without supervision, the one that is still open first. */
export function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  const open = gaps.find(({ isOpen }) => isOpen)
  const past = gaps.filter(({ isOpen }) => !isOpen)
  return (
    <>
      {open && (
        <Notice
          kind="caution"
          title={inNumber(weeksIn(open.days), {
            one: 'No supervision for 1 week',
            other: 'No supervision for {n} weeks',
          })}
        >
          <p>
            The last session in your log was on <Time value={open.after} zone="UTC" />.
          </p>
        </Notice>
      )}
      {past.length > 0 && (
        <details>
          <summary className="min-h-target py-2 text-ink-muted">
            Earlier stretches of more than three weeks without supervision: {past.length}
          </summary>
          <ul className="mt-1 grid gap-1 ps-4">
            {past.map(({ after, to, days }) => (
              <li key={after}>
                After <Time value={after} zone="UTC" />, to <Time value={to} zone="UTC" />{' '}
                <span className="text-ink-muted">
                  ({inNumber(weeksIn(days), { one: '1 week', other: '{n} weeks' })})
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
