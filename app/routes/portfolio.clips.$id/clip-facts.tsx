import { minutesWords } from '#app/domain/reading-time.ts'
import type { ShownClip } from '#app/features/portfolio/view-clips.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Time } from '#app/ui/time.tsx'

export function ClipFacts({ clip: { code, caseId, body }, supervisor }: { clip: ShownClip; supervisor: string }) {
  return (
    <DefinitionList
      facts={[
        { term: 'Case', value: caseId ? <a href={`/portfolio/cases/${caseId}`}>{code}</a> : code },
        { term: 'Session', value: body.sessionNumber },
        { term: 'Day', value: <Time value={body.heldOn} zone="UTC" /> },
        { term: 'Length', value: minutesWords(body.minutes) },
        { term: 'Media', value: body.media === 'video' ? 'Video' : 'Audio alone' },
        { term: 'Supervisor', value: <span className="wrap-anywhere">{supervisor}</span> },
        {
          term: 'Written consent',
          value:
            body.consentScope === 'supervision' ? 'For supervision' : 'For supervision and for being assessed by it',
        },
        { term: 'To be destroyed by', value: <Time value={body.destroyBy} zone="UTC" /> },
        { term: 'Destroyed', value: body.destroyedOn ? <Time value={body.destroyedOn} zone="UTC" /> : 'Not yet' },
      ]}
    />
  )
}
