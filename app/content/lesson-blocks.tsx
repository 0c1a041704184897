import type { ReactNode } from 'react'
import type { Profession } from '#app/domain/people.ts'
import { Dialogue } from '#app/ui/dialogue.tsx'
import { LessonBlock } from '#app/ui/lesson-block.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Figure } from './figure.tsx'
import { isFigure } from './figure-names.ts'
import { settingNames } from './kind-words.ts'
import { type ContainerDirective, isSetting, labelAndContent, readTurn, type Setting } from './lesson-format.ts'
import { textNodes } from './markdown.ts'
import { recordingOf } from './media-format.ts'
import { Recording } from './recording.tsx'
import { type Rendering, renderAll, renderLines } from './render-nodes.tsx'

/** A block of a lesson as the component that its name stands for. Settings are drawn together, by `Settings`. */
export function Block({ block, rendering }: { block: ContainerDirective; rendering: Rendering }): ReactNode {
  const { label, content } = labelAndContent(block)
  switch (block.name) {
    case 'dialogue': {
      const [list] = content
      const items = list?.type === 'list' ? list.children : []
      return (
        <DialogueBlock
          caption={label && renderAll(label.children, rendering)}
          recording={<BlockRecording block={block} rendering={rendering} />}
          items={items}
          rendering={rendering}
        />
      )
    }
    case 'figure': {
      const name = block.attributes?.name
      return isFigure(name) && label ? (
        <Figure name={name} caption={renderAll(label.children, rendering)}>
          {renderAll(content, rendering)}
        </Figure>
      ) : null
    }
    case 'film':
      return (
        <figure className="film">
          <figcaption>{label && renderAll(label.children, rendering)}</figcaption>
          <BlockRecording block={block} rendering={rendering} />
          <details>
            <summary>Transcript</summary>
            {renderAll(content, rendering)}
          </details>
        </figure>
      )
    case 'reflect':
    case 'key-points':
      return <LessonBlock kind={block.name}>{renderAll(content, rendering)}</LessonBlock>
    case 'needs-source':
      return (
        <Notice kind="caution" title="A claim without a source, shown in the demo only">
          {renderAll(content, rendering)}
        </Notice>
      )
    default:
      return null
  }
}

/** Nothing where the block plays nothing, or its recording is not one that was published. */
function BlockRecording({ block, rendering: { recordings } }: { block: ContainerDirective; rendering: Rendering }) {
  const file = recordingOf(block)
  return file && recordings?.files.includes(file) ? (
    <Recording file={file} label={labelText(block)} folder={recordings.folder} />
  ) : null
}

const labelText = (block: ContainerDirective) =>
  textNodes(labelAndContent(block).label ?? block)
    .map(({ value }) => value)
    .join('')

type DialogueBlockProps = {
  caption: ReactNode
  recording: ReactNode
  items: Parameters<typeof readTurn>[0][]
  rendering: Rendering
}

function DialogueBlock({ caption, recording, items, rendering }: DialogueBlockProps) {
  const turns = items.flatMap((item) => readTurn(item) ?? [])
  return (
    <Dialogue
      caption={caption}
      recording={recording}
      turns={turns.map(({ speaker, says, notes }) => ({
        speaker,
        says: renderLines([says], rendering),
        notes: notes.map((note) => renderLines(note.children, rendering)),
      }))}
    />
  )
}

type SettingsProps = { blocks: readonly ContainerDirective[]; profession: Profession; rendering: Rendering }

/** The reader's own setting stands open; what the same looks like for the others can be unfolded. */
export function Settings({ blocks, profession, rendering }: SettingsProps) {
  const own = blocks.find(({ attributes }) => attributes?.profession === profession)
  const others = blocks.filter((block) => block !== own)
  return (
    <>
      {own && isSetting(profession) && (
        <LessonBlock kind="setting" detail={settingNames[profession]}>
          {renderAll(own.children, rendering)}
        </LessonBlock>
      )}
      <div className="other-settings">
        {others.map((block) => (
          <details key={block.attributes?.profession}>
            <summary>In the setting of {settingNames[block.attributes?.profession as Setting]}</summary>
            {renderAll(block.children, rendering)}
          </details>
        ))}
      </div>
    </>
  )
}
