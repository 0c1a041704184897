import { scriptName } from '#app/domain/marking.ts'
import { Table } from '#app/ui/table.tsx'
import { Status } from '#app/ui/tag.tsx'

type Mark = { code: string; vignetteTitle: string; globalLevel: number; hasPassed: boolean }

export function MarkTable({ marks, areTicked }: { marks: readonly Mark[]; areTicked: boolean }) {
  return (
    <Table
      caption="Locked marks that wait for release"
      hideCaption
      rows={marks}
      rowKey={({ code }) => code}
      columns={[
        { key: 'script', header: 'Script', cell: ({ code }) => <ScriptBox code={code} isTicked={areTicked} /> },
        { key: 'vignette', header: 'Vignette', cell: ({ vignetteTitle }) => vignetteTitle },
        { key: 'global', header: 'Global', numeric: true, cell: ({ globalLevel }) => globalLevel },
        {
          key: 'rule',
          header: 'By the rule',
          cell: ({ hasPassed }) =>
            hasPassed ? <Status status="passed" /> : <Status status="not-yet">Not passed yet</Status>,
        },
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
