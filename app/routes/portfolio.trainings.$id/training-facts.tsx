import { shownBytes } from '#app/domain/file-name.ts'
import type { ShownTraining } from '#app/features/portfolio/view-trainings.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Time } from '#app/ui/time.tsx'

export function TrainingFacts({ training }: { training: ShownTraining }) {
  const { body, provider, approval, files } = training
  const [certificate, ...earlier] = files
  return (
    <DefinitionList
      facts={[
        { term: 'Given by', value: <Provider {...provider} approval={approval} /> },
        { term: 'First day', value: <Time value={body.startedOn} zone="UTC" /> },
        { term: 'Last day', value: <Time value={body.endedOn} zone="UTC" /> },
        { term: 'Training days', value: body.days },
        { term: 'Hours', value: `${body.liveHours} taught live, ${body.selfGuidedHours} in your own time` },
        { term: 'Certificate', value: certificate ? <FileLink {...certificate} /> : 'None' },
        ...(earlier.length > 0
          ? [{ term: 'Earlier files', value: earlier.map((file) => <FileLink key={file.id} {...file} />) }]
          : []),
      ]}
    />
  )
}

const FileLink = ({ id, name, bytes }: ShownTraining['files'][number]) => (
  <a href={`/portfolio/files/${id}`} className="block wrap-anywhere">
    {name} ({shownBytes(bytes)})
  </a>
)

function Provider({ name, isAskedFor, approval }: ShownTraining['provider'] & Pick<ShownTraining, 'approval'>) {
  return (
    <>
      <span className="wrap-anywhere">{name}</span>
      <span className="block text-ink-muted text-sm">
        {approval.isApproved && 'Approved on every day of this training'}
        {!approval.isApproved && isAskedFor && 'You asked for this provider; staff have not approved it'}
        {!approval.isApproved && !isAskedFor && (
          <>
            Not approved on <Time value={approval.firstDayWithout} zone="UTC" />
          </>
        )}
      </span>
    </>
  )
}
