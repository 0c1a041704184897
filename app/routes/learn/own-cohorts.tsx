import { inNumber } from '#app/domain/wording.ts'
import type { viewOwnCohorts } from '#app/features/cohorts/view-own-cohorts.server.ts'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import { Section } from './section.tsx'

type OwnCohortsProps = { cohorts: Awaited<ReturnType<typeof viewOwnCohorts>>['cohorts']; zone: string }

/** What is new among those with whom one learns. */
export const OwnCohorts = ({ cohorts, zone }: OwnCohortsProps) => (
  <Section title={inNumber(cohorts.length, { one: 'My cohort', other: 'My cohorts' })}>
    {cohorts.map(({ id, name, unread, announcement, leaveUntil }) => (
      <article key={id} className="grid gap-1.5 border-line border-t py-5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="text-lg wrap-anywhere">
            <a href={`/cohorts/${id}/discussion`}>{name}</a>
          </h3>
          {unread > 0 && (
            <Tag tone="primary">
              {inNumber(unread, { one: '1 thread with something new', other: '{n} threads with something new' })}
            </Tag>
          )}
          {leaveUntil && (
            <Tag>
              On leave until <Time value={leaveUntil} zone="UTC" style="short-date" />
            </Tag>
          )}
        </div>
        {announcement && (
          <p className="text-ink-muted wrap-anywhere">
            Announced <Time value={announcement.postedAt} zone={zone} style="short-date" />: {announcement.title}
          </p>
        )}
      </article>
    ))}
  </Section>
)
