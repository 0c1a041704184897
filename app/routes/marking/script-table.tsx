import { Form } from 'react-router'
import { type ScriptState, scriptName, scriptStateNames } from '#app/domain/marking.ts'
import type { QueueView } from '#app/features/marking/view-queue.server.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { StatusName } from '#app/ui/status-mark.tsx'
import { Table } from '#app/ui/table.tsx'
import { Status } from '#app/ui/tag.tsx'
import { HandBack } from './hand-back.tsx'
import { type QueueQuery, scriptHref } from './query.ts'

type Script = QueueView['scripts'][number]

const marks = {
  yours: 'draft',
  allocated: 'not-begun',
  waiting: 'waiting',
  finished: 'locked',
} as const satisfies Record<ScriptState, StatusName>

export function ScriptTable({ scripts, query }: { scripts: readonly Script[]; query: QueueQuery }) {
  if (scripts.length === 0) return <NoScripts isFiltered={Boolean(query.vignette || query.state || query.page > 1)} />
  return (
    <Table
      caption="Scripts"
      hideCaption
      rows={scripts}
      rowKey={({ code }) => code}
      isDense
      columns={[
        { key: 'script', header: 'Script', cell: (script) => <ScriptLink {...script} query={query} /> },
        { key: 'vignette', header: 'Vignette', speaksForItself: true, cell: ({ vignetteTitle }) => vignetteTitle },
        {
          key: 'state',
          header: 'State',
          speaksForItself: true,
          cell: ({ state }) => <Status status={marks[state]}>{scriptStateNames[state]}</Status>,
        },
        { key: 'take', header: 'Take', hideHeader: true, cell: (script) => <TakeThis {...script} /> },
      ]}
    />
  )
}

const isFree = ({ state }: Pick<Script, 'state'>) => state === 'waiting' || state === 'allocated'

const ScriptLink = ({ code, state, query }: Script & { query: QueueQuery }) =>
  isFree({ state }) ? scriptName(code) : <a href={scriptHref(code, query)}>{scriptName(code)}</a>

function TakeThis({ code, state }: Script) {
  if (!isFree({ state })) return null
  return (
    <>
      <Form method="post">
        <input type="hidden" name="code" value={code} />
        <Button variant="quiet" name="intent" value="claim">
          {state === 'allocated' ? 'Begin this script' : 'Take this script'}
          <span className="sr-only">, {scriptName(code)}</span>
        </Button>
      </Form>
      {state === 'allocated' && <HandBack code={code} />}
    </>
  )
}

function NoScripts({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered)
    return (
      <EmptyState title="No script fits this choice" actions={<a href="/marking">Show all scripts</a>}>
        <p>There may be some of another vignette or in another state.</p>
      </EmptyState>
    )
  return (
    <EmptyState title="Nothing to mark">
      <p>As soon as somebody hands in an answer to a vignette it waits here for whoever takes it.</p>
    </EmptyState>
  )
}
