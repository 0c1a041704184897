import type { AnnouncementView } from '#app/features/discussion/view-announcements.server.ts'
import { RichText } from '#app/rich-text/render-document.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Time } from '#app/ui/time.tsx'

type LatestAnnouncementProps = {
  cohort: { id: string; isLead: boolean }
  announcement: AnnouncementView | undefined
  /** Of all that there were. */
  count: number
  zone: string
}

export function LatestAnnouncement({ cohort, announcement, count, zone }: LatestAnnouncementProps) {
  if (count === 0 && !cohort.isLead) return null
  const path = `/cohorts/${cohort.id}/announcements`
  return (
    <section aria-labelledby="announcements" className="grid gap-4">
      <h2 id="announcements" className="text-2xl">
        Announcements
      </h2>
      {announcement?.text && (
        <article className="grid max-w-measure gap-2 border-accent border-s-2 ps-5">
          <h3 className="text-xl wrap-anywhere">{announcement.title}</h3>
          <p className="text-ink-muted text-sm">
            {announcement.authorName}, <Time value={announcement.postedAt} zone={zone} style="date-time" />
            {announcement.correctedAt && ' · corrected'}
          </p>
          <RichText document={announcement.text} headingLevel={4} />
        </article>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {cohort.isLead && (
          <LinkButton variant="secondary" href={`${path}/write`}>
            Announce something
          </LinkButton>
        )}
        {count > 0 && (
          <a href={path} className="inline-flex min-h-8 items-center">
            All announcements ({count})
          </a>
        )}
      </div>
    </section>
  )
}
