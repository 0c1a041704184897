import { scriptName } from '#app/domain/marking.ts'
import type { viewRubricChanges } from '#app/features/review/review-rubric-change.server.ts'
import { Table } from '#app/ui/table.tsx'

type Mark = Awaited<ReturnType<typeof viewRubricChanges>>['marks'][number]

export function OutdatedTable({ marks, ticked }: { marks: readonly Mark[]; ticked: readonly string[] }) {
  return (
    <Table
      caption="Marks that were given on an earlier version"
      hideCaption
      rows={marks}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'script',
          header: 'Script',
          cell: ({ code }) => <ScriptBox code={code} isTicked={ticked.includes(code)} />,
        },
        { key: 'vignette', header: 'Vignette', cell: ({ vignetteTitle }) => vignetteTitle },
        {
          key: 'rubric',
          header: 'Rubric',
          cell: ({ rubricTitle, markedOn, current }) => `${rubricTitle}: marked on version ${markedOn}, now ${current}`,
        },
        { key: 'global', header: 'Global', numeric: true, cell: ({ globalLevel }) => globalLevel },
        { key: 'released', header: 'With the trainee', cell: ({ isReleased }) => (isReleased ? 'Yes' : 'Not yet') },
      ]}
    />
  )
}

const ScriptBox = ({ code, isTicked }: { code: string; isTicked: boolean }) => (
  <label className="flex items-center gap-3">
    <input type="checkbox" name="code" value={code} defaultChecked={isTicked} className="choice" />
    <span className="sm:whitespace-nowrap">{scriptName(code)}</span>
  </label>
)
