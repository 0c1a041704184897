import { scriptName } from '#app/domain/marking.ts'
import type { UnreleasedView } from '#app/features/marking/view-unreleased.server.ts'
import { Table } from '#app/ui/table.tsx'
import { Status } from '#app/ui/tag.tsx'
import { formatTime } from '#app/ui/time.tsx'

type Mark = UnreleasedView['marks'][number]

type MarkTableProps = { marks: readonly Mark[]; isTicked: (code: string) => boolean; timeZone: string }

export function MarkTable({ marks, isTicked, timeZone }: MarkTableProps) {
  return (
    <Table
      caption="Final marks that wait for release"
      hideCaption
      rows={marks}
      rowKey={({ code }) => code}
      isDense
      columns={[
        { key: 'script', header: 'Script', cell: ({ code }) => <ScriptBox code={code} isTicked={isTicked(code)} /> },
        { key: 'vignette', header: 'Vignette', speaksForItself: true, cell: ({ vignetteTitle }) => vignetteTitle },
        { key: 'global', header: 'Global', numeric: true, cell: ({ globalLevel }) => globalLevel },
        {
          key: 'rule',
          header: 'By the rule',
          speaksForItself: true,
          cell: ({ hasPassed }) =>
            hasPassed ? (
              <Status status="passed" />
            ) : (
              <Status status="not-yet">
                <span className="whitespace-nowrap">Not passed yet</span>
              </Status>
            ),
        },
        { key: 'release', header: 'Release', cell: (mark) => <Release mark={mark} timeZone={timeZone} /> },
      ]}
    />
  )
}

const ScriptBox = ({ code, isTicked }: { code: string; isTicked: boolean }) => (
  <label className="flex items-center gap-3 text-base">
    <input type="checkbox" name="code" value={code} defaultChecked={isTicked} className="choice" />
    <span className="sm:whitespace-nowrap">{scriptName(code)}</span>
  </label>
)

function Release({ mark: { held, dueAt }, timeZone }: { mark: Mark; timeZone: string }) {
  return (
    <>
      {held ? (
        <Status status="waiting">
          {held.text}
          {held.until && ` ${formatTime(held.until, timeZone, 'date-time')}.`}
        </Status>
      ) : (
        'Ready'
      )}
      {dueAt && (
        <span className="block text-ink-muted text-sm">Set for {formatTime(dueAt, timeZone, 'date-time')}</span>
      )}
    </>
  )
}
