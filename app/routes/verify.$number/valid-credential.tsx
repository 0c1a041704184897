import { certificateDay, ISSUER } from '#app/domain/certificate.ts'
import type { Printed } from '#app/domain/credential/printed.ts'
import { verdicts } from '#app/domain/credential/verdicts.ts'
import { IssuedSheet } from './issued-sheet.tsx'
import { Verdict } from './verdict.tsx'

export function ValidCredential({ printed }: { printed: Printed }) {
  return (
    <>
      <Verdict status="met" tone="positive" title={verdicts[printed.kind].valid}>
        {ISSUER} issued it on {certificateDay(printed.issuedAt)}, and it has not been edited since.
      </Verdict>
      <IssuedSheet printed={printed} />
      <section aria-labelledby="compare" className="mt-10 grid max-w-measure gap-2">
        <h2 id="compare" className="text-xl">
          What to compare
        </h2>
        <p>
          The paper or file that you were given should say exactly this. If its name, title or days differ from this
          page, this page is right.
        </p>
        <p>
          Software can check it too: <a href={`/verify/${printed.number}/credential.json`}>its signed credential</a>{' '}
          follows Open Badges 3.0, and there is <a href="/api">an address for programs</a>.
        </p>
        <p>
          {whatItSays[printed.kind]} It is neither a registration nor a licence to practise: check those with the
          person’s regulator.
        </p>
      </section>
    </>
  )
}

const whatItSays: Record<Printed['kind'], string> = {
  course_completion: 'It says that a course was completed.',
  practitioner_status:
    'It says that its holder showed what the requirements ask for, as accreditation staff decided on evidence, and for how long that holds.',
  specialist_note:
    'It says of somebody with the status that their countersigned evidence shows this work, and for how long that holds.',
}
