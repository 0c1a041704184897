import { addressOfKind } from '#app/features/portfolio/entry-address.ts'
import type { OwnSignable } from '#app/features/portfolio/view-own-countersigning.server.ts'
import { Time } from '#app/ui/time.tsx'

/** "Case KT-42", "Supervision on 5 October 2026". */
export const OwnEntryTitle = ({ entry: { kind, code, occurredOn } }: { entry: OwnSignable }) =>
  kind === 'case' ? (
    <>Case {code}</>
  ) : (
    <>
      Supervision on <Time value={occurredOn} zone="UTC" />
    </>
  )

export const ownEntryHref = ({ kind, id }: OwnSignable) => `${addressOfKind[kind]}/${id}`
