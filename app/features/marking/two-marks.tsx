import type { ReactNode } from 'react'
import type { Difference } from '#app/domain/mark-differences.ts'
import { Status, Tag } from '#app/ui/tag.tsx'
import type { TwoMarks } from './view-differences.server.ts'

/** Two marks side by side, level by level: where they differ first. Nobody is named. */
export function TwoMarksCompared({ marks, differences, names }: TwoMarks) {
  const [differing, equal] = [differences.levels.filter(differs), differences.levels.filter((one) => !differs(one))]
  const commentsOn = (id: string) => marks.map(({ ratings }) => ratings[id]?.comment ?? '')
  const level = (one: Difference) => (
    <Compared
      key={one.id}
      title={one.title}
      tag={<HowFar {...one} />}
      names={names}
      sides={one.levels.map((given, at) => ({ level: given ?? 'not rateable', words: commentsOn(one.id)[at] }))}
    />
  )
  return (
    <div className="grid gap-5">
      <Compared
        title="By the rule"
        names={names}
        sides={marks.map(({ hasPassed }) => ({
          level: <Status status={hasPassed ? 'passed' : 'not-yet'}>{hasPassed ? 'Passed' : 'Not passed yet'}</Status>,
        }))}
      />
      {differing.map(level)}
      {differences.criticalErrors.map(({ id, title }) => (
        <Compared
          key={id}
          title={title}
          tag={<Tag tone="critical">Critical error</Tag>}
          names={names}
          sides={marks.map(({ criticalErrors }) => ({
            level: id in criticalErrors ? 'flagged' : 'not flagged',
            words: criticalErrors[id],
          }))}
        />
      ))}
      {equal.map(level)}
      <Compared title="Overall comment" names={names} sides={marks.map(({ comment }) => ({ words: comment }))} />
    </div>
  )
}

const differs = ({ apart }: Difference) => apart !== 0

function HowFar({ apart }: Difference) {
  if (apart === 0) return <Tag>Equal</Tag>
  return <Tag tone="caution">{apart === null ? 'Only one could rate it' : `Differ by ${apart}`}</Tag>
}

type ComparedProps = {
  title: string
  tag?: ReactNode
  names: readonly [string, string]
  sides: readonly { level?: ReactNode; words?: string | undefined }[]
}

const Compared = ({ title, tag, names, sides }: ComparedProps) => (
  <section className="border-line border-t pt-3">
    <h3 className="mb-2 flex flex-wrap justify-between gap-x-4 gap-y-1 text-lg">
      {title} {tag}
    </h3>
    <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      {sides.map(({ level, words }, at) => (
        <div key={names[at]} className="min-w-0">
          <p className="text-ink-muted text-sm">
            {names[at]}
            {level !== undefined && <span className="ms-2 font-semibold text-base text-ink tabular-nums">{level}</span>}
          </p>
          {words && <p className="mt-1 whitespace-pre-line wrap-anywhere">{words}</p>}
        </div>
      ))}
    </div>
  </section>
)
