import { professionNames } from '#app/domain/people.ts'
import { ageBandNames, broughtWords, clipsWords, diagnosisNames, modalityNames } from '#app/domain/portfolio/words.ts'
import type { CaseView } from '#app/features/portfolio/view-cases.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Time } from '#app/ui/time.tsx'

/** What is said of the treatment, and what was kept about it elsewhere. */
export function CaseFacts({ treatment }: { treatment: CaseView }) {
  const { body, supervisionSessions, supervisionMinutes, clips } = treatment
  const { endedOn, isEndedEarly } = body
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="mb-4 text-2xl">
        What it is
      </h2>
      <DefinitionList
        facts={[
          { term: 'How you work', value: modalityNames[body.modality] },
          { term: 'Primary intervention', value: body.isPrimaryIntervention ? 'MBT' : 'Another; MBT beside it' },
          { term: 'Age band', value: ageBandNames[body.ageBand] },
          { term: 'Primary diagnosis', value: `${diagnosisNames[body.diagnosis]} (${body.diagnosticSystem})` },
          { term: 'Diagnosed by', value: professionNames[body.diagnosedBy] },
          { term: 'Began', value: <Time value={body.startedOn} zone="UTC" /> },
          {
            term: 'Ended',
            value: endedOn ? (
              <>
                <Time value={endedOn} zone="UTC" />
                {isEndedEarly && ', before the agreed end'}
              </>
            ) : (
              'It goes on'
            ),
          },
          {
            term: 'Brought to supervision',
            value: broughtWords(supervisionSessions, supervisionMinutes),
          },
          { term: 'Clips', value: clips === 0 ? 'None yet' : clipsWords(clips) },
        ]}
      />
    </section>
  )
}
