import { requirePermission } from '#app/auth/guards.server.ts'
import { kindNames } from '#app/domain/portfolio/words.ts'
import { addressOfKind } from '#app/features/portfolio/entry-address.ts'
import { type ToldVersion, viewHistory } from '#app/features/portfolio/view-history.server.ts'
import { idParam } from '#app/http/params.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Route } from './+types/route'

export const meta: Route.MetaFunction = () => [{ title: 'The history of an entry · Stance' }]

export async function loader(args: Route.LoaderArgs) {
  const actor = await requirePermission(args, 'portfolio.keep')
  return { entry: await viewHistory(actor, idParam(args.params.id)), timeZone: actor.timeZone }
}

export default function History({ loaderData: { entry, timeZone } }: Route.ComponentProps) {
  const list = addressOfKind[entry.kind]
  return (
    <>
      <PageHeader
        above={
          <Breadcrumb
            trail={[
              { href: '/portfolio', label: 'Portfolio' },
              { href: list, label: kindNames[entry.kind].many },
              { href: `${list}/${entry.id}`, label: entry.code ?? kindNames[entry.kind].one },
            ]}
          />
        }
        title="History"
        lead="Every version, the latest first. A signature belongs to the version that it was given for."
      />
      <div className="grid gap-section">
        {entry.versions.map((version) => (
          <Version key={version.number} {...version} timeZone={timeZone} />
        ))}
      </div>
    </>
  )
}

function Version({ number, madeAt, answers, facts, changed, timeZone }: ToldVersion & { timeZone: string }) {
  return (
    <section aria-labelledby={`version-${number}`} className="grid gap-4">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 id={`version-${number}`} className="text-2xl">
          Version {number}
        </h2>
        <p className="text-ink-muted text-sm">
          <Time value={madeAt} zone={timeZone} style="date-time" />
        </p>
      </div>
      {answers.map((answer) => (
        <Answer key={answer.at} {...answer} timeZone={timeZone} />
      ))}
      <DefinitionList
        facts={facts.map(({ term, value }) => ({
          term,
          value: (
            <>
              {changed.includes(term) && (
                <>
                  <Tag tone="primary">Changed</Tag>{' '}
                </>
              )}
              <span className="whitespace-pre-line wrap-anywhere">{value}</span>
            </>
          ),
        }))}
      />
    </section>
  )
}

const answerWords = { signed: 'Countersigned by', refused: 'Refused by', 'correction-asked': 'Correction asked by' }

function Answer({ answer, by, at, reason, isVoided, timeZone }: ToldVersion['answers'][number] & { timeZone: string }) {
  return (
    <div className="grid gap-1">
      <p>
        {answerWords[answer]} {by} on <Time value={at} zone={timeZone} />
        {isVoided && answer === 'signed' && <strong>, void since this version was corrected</strong>}
      </p>
      {reason && <p className="max-w-measure whitespace-pre-line font-serif text-ink-muted">{reason}</p>}
    </div>
  )
}
