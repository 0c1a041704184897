import { CLIP_DOMAIN_IDS, CLIP_DOMAINS } from '#app/domain/portfolio/clip-domains.ts'
import type { ShownRating } from '#app/features/portfolio/view-clips.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Time } from '#app/ui/time.tsx'

/** What supervisors said, the newest first. A level that could not be given is no low level. */
export function Ratings({ ratings, zone }: { ratings: readonly ShownRating[]; zone: string }) {
  return (
    <section aria-labelledby="ratings" className="grid gap-5">
      <h2 id="ratings" className="text-2xl">
        Rating
      </h2>
      {ratings.length === 0 && <p className="text-ink-muted">Your supervisor has not rated this clip yet.</p>}
      {ratings.map((rating) => (
        <Rating key={rating.id} rating={rating} zone={zone} />
      ))}
    </section>
  )
}

function Rating({ rating, zone }: { rating: ShownRating; zone: string }) {
  const { supervisor, ratings, comment, instrument, totals, ratedAt, isOfPresent } = rating
  return (
    <article className="grid gap-3">
      <p>
        <span className="wrap-anywhere">{supervisor}</span>, <Time value={ratedAt} zone={zone} />
        {!isOfPresent && ', for an earlier version of this clip'}
      </p>
      <DefinitionList
        facts={CLIP_DOMAIN_IDS.map((id) => ({ term: CLIP_DOMAINS[id], value: levelOf(ratings[id] ?? null) }))}
      />
      {comment && <p className="whitespace-pre-line wrap-anywhere font-serif text-lg">{comment}</p>}
      {instrument && (
        <p className="text-ink-muted text-sm">
          {instrument}:{' '}
          {Object.entries(totals)
            .map(([name, total]) => `${name} ${total}`)
            .join(', ')}
        </p>
      )}
    </article>
  )
}

const levelOf = (level: number | null) => (level === null ? 'Not rateable' : `${level} of 7`)
