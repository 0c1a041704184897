import { entryOf, HistoryList } from '#app/features/credentials/desk/history-list.tsx'
import type { DeskCredential } from '#app/features/credentials/desk/view-credential.server.ts'

type HistoryProps = { credential: DeskCredential; zone: string }

/** Everything that happened, by whom and why. */
export function CredentialHistory({ credential, zone }: HistoryProps) {
  const { issuedAt, issuedBy, signings, events, auditHref } = credential
  const again = signings.slice(1).map(({ version, at }) => ({
    ...{ key: `signed ${version}`, title: 'Signed again with another key', at },
  }))
  return (
    <section aria-labelledby="history" className="grid gap-4">
      <h2 id="history" className="text-2xl">
        What happened to it
      </h2>
      <HistoryList
        zone={zone}
        entries={[{ key: 'issued', title: 'Issued', at: issuedAt, by: issuedBy }, ...again, ...events.map(entryOf)]}
      />
      {auditHref && (
        <p>
          <a href={auditHref}>What the audit trail says of it</a>
        </p>
      )}
    </section>
  )
}
