import { inNumber } from '#app/domain/wording.ts'
import type { RubricPractice } from '#app/features/calibration/view-calibration.server.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { ProvenanceTag } from '#app/ui/provenance-tag.tsx'
import { Status } from '#app/ui/tag.tsx'
import { AgreementOverTime } from './agreement-over-time.tsx'

/** How the reader stands on one rubric, and what to practise on next. */
export function RubricSection({ rubric, zone }: { rubric: RubricPractice; zone: string }) {
  const { slug, title, standing, isGate, provenances, benchmarks, marked, series, next } = rubric
  return (
    <section aria-labelledby={`rubric-${slug}`} className="grid gap-5">
      <header className="grid justify-items-start gap-2">
        <h2 id={`rubric-${slug}`} className="text-2xl">
          {title}
        </h2>
        {provenances.map((provenance) => (
          <ProvenanceTag key={JSON.stringify(provenance)} provenance={provenance} />
        ))}
        <Status status={standing.isCalibrated ? 'met' : 'not-yet'}>
          {standing.isCalibrated ? 'Calibrated' : 'Not calibrated yet'}
        </Status>
      </header>
      <div className="grid max-w-measure gap-2">
        {isGate || <p>{NO_GATE}</p>}
        {standing.because.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>
          {inNumber(
            benchmarks,
            { one: '{marked} of 1 benchmark marked.', other: '{marked} of {n} benchmarks marked.' },
            { marked },
          )}
        </p>
      </div>
      {next && (
        <p>
          <LinkButton href={`/calibration/${next.slug}${next.isAgain ? '?again' : ''}`}>
            {next.isAgain ? 'Mark one again' : marked === 0 ? 'Mark the first one' : 'Mark the next one'}
            <span className="sr-only">
              , {title}: {next.vignetteTitle}
            </span>
          </LinkButton>
        </p>
      )}
      {series.length > 0 && <AgreementOverTime series={series} title={title} zone={zone} />}
    </section>
  )
}

const NO_GATE =
  'The consensus of these benchmarks is a demonstration. You can practise on them; here they neither count nor keep anybody from marking.'
