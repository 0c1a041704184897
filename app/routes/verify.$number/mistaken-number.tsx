import { VerifyForm } from '#app/features/credentials/verify-form.tsx'
import { Verdict } from './verdict.tsx'

export function MistakenNumber({ typed, fault }: { typed: string; fault: string }) {
  return (
    <>
      <Verdict status="not-yet" tone="caution" title="This number has a mistake in it">
        It says nothing about the certificate yet. Compare it with the paper, character by character.
      </Verdict>
      <VerifyForm typed={typed} fault={fault} />
    </>
  )
}
