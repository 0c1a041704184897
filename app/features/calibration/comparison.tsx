import type { ReactNode } from 'react'
import { type Deviation, deviationInWords } from '#app/domain/calibration.ts'
import { GLOBAL } from '#app/domain/mark-differences.ts'
import { ProvenanceTag } from '#app/ui/provenance-tag.tsx'
import { Status, Tag } from '#app/ui/tag.tsx'
import { LevelPicture, PictureKey } from './level-picture.tsx'
import type { Comparison as Compared } from './view-benchmark.server.ts'

/** A marker's mark of a benchmark beside its consensus: levels, reasons and how far apart they are, in words and drawn. */
export function Comparison({ comparison }: { comparison: Compared }) {
  const { rubric, mark, consensus, provenance, deviations, isWithin, because } = comparison
  return (
    <section aria-labelledby="comparison" className="grid min-w-0 gap-6">
      <header className="grid justify-items-start gap-3">
        <h2 id="comparison" className="text-2xl">
          Your mark and the consensus
        </h2>
        <ProvenanceTag provenance={provenance} />
        <Status status={isWithin ? 'met' : 'not-yet'}>{isWithin ? 'Within tolerance' : 'Beyond tolerance'}</Status>
        <ul className="grid max-w-measure gap-1">
          {because.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <PictureKey />
      </header>
      <Row
        title="Global rating"
        own={mark.globalLevel}
        theirs={consensus.global.level}
        standard={rubric.pass.globalAtLeast}
        deviation={deviations[GLOBAL]}
        because={consensus.global.because}
      />
      {rubric.criteria.map(({ id, title }) => (
        <Row
          key={id}
          title={title}
          own={mark.ratings[id]?.level ?? null}
          theirs={consensus.ratings[id]?.level ?? null}
          standard={rubric.pass.criterionAtLeast}
          deviation={deviations[id]}
          because={consensus.ratings[id]?.because}
          comment={mark.ratings[id]?.comment}
        />
      ))}
      <CriticalErrors {...comparison} />
      <Words title="The experts on the whole">{consensus.comment}</Words>
      <Words title="Your overall comment">{mark.comment}</Words>
    </section>
  )
}

type RowProps = {
  title: string
  own: number | null
  theirs: number | null
  standard: number
  /** Absent where the consensus says nothing of it. */
  deviation: Deviation | undefined
  because: string | undefined
  comment?: string | undefined
}

function Row({ title, own, theirs, standard, deviation, because, comment }: RowProps) {
  return (
    <section className="grid gap-2 border-line border-t pt-4">
      <h3 className="text-lg">{title}</h3>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        <LevelPicture own={own} theirs={theirs} standard={standard} />
        <p className="tabular-nums">
          Yours: <b>{own ?? 'not rateable'}</b>. Consensus: <b>{theirs ?? 'not rateable'}</b>.{' '}
          {deviation !== undefined && <Off deviation={deviation} />}
        </p>
      </div>
      {because && <Said by="The experts">{because}</Said>}
      {comment && <Said by="You">{comment}</Said>}
    </section>
  )
}

const Off = ({ deviation }: { deviation: Deviation }) =>
  deviation === 0 ? (
    <Tag tone="positive">as the consensus</Tag>
  ) : (
    <Tag tone={deviation === 'one-sided' || Math.abs(deviation) > 1 ? 'critical' : 'caution'}>
      {deviationInWords(deviation)}
    </Tag>
  )

const Said = ({ by, children }: { by: string; children: ReactNode }) => (
  <p className="max-w-measure whitespace-pre-line wrap-anywhere">
    <span className="font-medium">{by}:</span> {children}
  </p>
)

function CriticalErrors({ rubric, mark, consensus }: Compared) {
  const theirs = new Map(consensus.criticalErrors.map(({ id, because }) => [id, because]))
  const flagged = rubric.criticalErrors.filter(({ id }) => theirs.has(id) || id in mark.criticalErrors)
  return (
    <section className="grid gap-2 border-line border-t pt-4">
      <h3 className="text-lg">Critical errors</h3>
      {flagged.length === 0 && <p>Neither you nor the experts flagged one.</p>}
      {flagged.map(({ id, title }) => (
        <div key={id}>
          <p className="font-medium">{title}</p>
          <Said by="The experts">{theirs.get(id) ?? 'did not flag it.'}</Said>
          <Said by="You">{mark.criticalErrors[id] ?? 'did not flag it.'}</Said>
        </div>
      ))}
    </section>
  )
}

const Words = ({ title, children }: { title: string; children: string }) =>
  children === '' ? null : (
    <section className="grid gap-2 border-line border-t pt-4">
      <h3 className="text-lg">{title}</h3>
      <p className="max-w-measure whitespace-pre-line wrap-anywhere">{children}</p>
    </section>
  )
