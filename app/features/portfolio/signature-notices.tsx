import type { PortfolioEntry } from '#app/db/portfolio.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { formatTime } from '#app/ui/time.tsx'

type Signed = Pick<PortfolioEntry, 'signature' | 'answeredAt' | 'reason' | 'isSignatureVoided'> & {
  timeZone: string
  by: string | null
}

/** Said before anything is sent: what a change of this entry does to its signature. */
export function BeforeCorrecting({ signature, answeredAt, by, timeZone }: Signed) {
  const supervisor = by ?? 'Its supervisor'
  if (signature === 'signed')
    return (
      <Notice kind="caution" title="A change voids the signature">
        <p>
          {answeredAt
            ? `${supervisor} countersigned this on ${formatTime(answeredAt, timeZone)}.`
            : `${supervisor} countersigned this.`}{' '}
          What you change makes a new version, which has to be countersigned again. The signed version stays in its
          history.
        </p>
      </Notice>
    )
  if (signature === 'waiting')
    return (
      <Notice title={`${supervisor} has been asked to countersign this`}>
        <p>What you change makes a new version; the request for this one is withdrawn.</p>
      </Notice>
    )
  return null
}

/** What a supervisor sent back, and what became of an earlier signature. */
export function WhatBecameOfIt({ signature, reason, isSignatureVoided, by }: Signed) {
  return (
    <>
      {(signature === 'refused' || signature === 'correction-asked') && (
        <Notice
          kind={signature === 'refused' ? 'critical' : 'caution'}
          title={
            signature === 'refused'
              ? `${by ?? 'The supervisor'} refused to countersign this`
              : `${by ?? 'The supervisor'} asks for a correction`
          }
        >
          <p className="whitespace-pre-line">{reason}</p>
        </Notice>
      )}
      {isSignatureVoided && signature !== 'signed' && (
        <Notice kind="caution" title="Its signature is void">
          <p>
            An earlier version of this was countersigned. It was corrected since, so it has to be countersigned again.
          </p>
        </Notice>
      )}
    </>
  )
}
