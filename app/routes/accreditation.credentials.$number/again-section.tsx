import { CredentialSheet } from '#app/features/credentials/credential-sheet.tsx'
import { DeskForm, faultOf } from '#app/features/credentials/desk/desk-form.tsx'
import type { DeskCredential } from '#app/features/credentials/desk/view-credential.server.ts'
import { KeptForm } from '#app/features/drafts/forms/kept-form.tsx'
import type { ScreenFault } from '#app/screen/identifier-questions.ts'
import { Button } from '#app/ui/button.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Folded } from '#app/ui/folded.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'

type AgainProps = { credential: DeskCredential; zone: string; fault: ScreenFault | undefined }

/** Issuing it again with the name of today, and what the holder asked for. */
export function AgainSection({ credential, zone, fault }: AgainProps) {
  const { corrections, again } = credential
  const open = corrections.find(({ closedAt }) => closedAt === null)
  if (!open && 'because' in again) return null
  return (
    <section aria-labelledby="again" className="grid gap-6">
      <h2 id="again" className="text-2xl">
        {open ? 'A correction is asked for' : 'Issue it again'}
      </h2>
      {open && (
        <Notice title="What the holder writes">
          <p className="whitespace-pre-line wrap-anywhere">{open.text}</p>
          <p className="text-ink-muted text-sm">
            <Time value={open.askedAt} zone={zone} style="date-time" />
          </p>
        </Notice>
      )}
      {'because' in again ? (
        <p className="max-w-measure">It cannot be issued again now. {again.because}</p>
      ) : (
        <Folded title="See what the new one would say" isOpen={Boolean(open ?? faultOf(fault, 'reissue'))}>
          <AgainForm credential={credential} sheet={again.sheet} fault={faultOf(fault, 'reissue')} />
        </Folded>
      )}
      {open && (
        <Folded title="Refuse the correction" isOpen={Boolean(faultOf(fault, 'refuse-correction'))}>
          <DeskForm
            intent="refuse-correction"
            kept={<KeptForm form="credential" subject={`${credential.number}.refuse-correction`} />}
            textHint="For the holder. Say what they can do instead."
            fault={faultOf(fault, 'refuse-correction')}
            button={
              <Button name="intent" value="refuse-correction" variant="secondary">
                Refuse it
              </Button>
            }
          />
        </Folded>
      )}
    </section>
  )
}

type AgainFormProps = Omit<AgainProps, 'zone'> & { sheet: DeskCredential['sheet'] }

function AgainForm({ credential: { number, holderName, nameToday, standing }, sheet, fault }: AgainFormProps) {
  const isRevoked = standing.state === 'revoked'
  return (
    <div className="grid gap-6">
      <DefinitionList
        facts={[
          { term: 'Name as printed', value: <bdi className="wrap-anywhere">{holderName}</bdi> },
          { term: 'Name today', value: <bdi className="wrap-anywhere">{nameToday}</bdi> },
        ]}
      />
      <CredentialSheet sheet={sheet} headingLevel={3} />
      <DeskForm
        intent="reissue"
        kept={<KeptForm form="credential" subject={`${number}.reissue`} />}
        textHint={isRevoked ? 'For the holder: why it is given again.' : 'For the holder. May stay empty.'}
        isOptional={!isRevoked}
        fault={fault}
        button={
          <Button name="intent" value="reissue">
            Issue it again
          </Button>
        }
      >
        <input type="hidden" name="seen" value={nameToday} />
        <p>
          {isRevoked
            ? 'It gets a new number, and this one stays revoked. Both say which is which.'
            : 'It gets a new number, and this one ends. Both say which is which.'}
        </p>
      </DeskForm>
    </div>
  )
}
