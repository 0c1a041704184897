import type { Nodes, Paragraph, PhrasingContent, Table } from 'mdast'
import { Fragment, type ReactNode } from 'react'
import type { Reference } from './bibliography.ts'
import type { MarkedTerm } from './glossary-schema.ts'
import { literalText } from './markdown.ts'
import { RunningText } from './running-text.tsx'

/** What rendering one text needs to know besides its tree. */
export type Rendering = {
  markdown: string
  references: readonly Reference[]
  /** The terms that it marks, where they open a card. */
  terms?: readonly MarkedTerm[] | undefined
  /** The level of `##`: 2 in a lesson, 3 where the text stands under a heading of its page. */
  topLevel: 2 | 3
  /** The anchor of a heading, where the text has a list of contents. */
  headingId?: (node: Nodes) => string | undefined
  /** The anchor of a paragraph, where the text is one that people mark, ask about and come back to. */
  paragraphId?: (node: Paragraph) => string | undefined
  /** Recordings that it plays, and the address of their folder beside that of the page. */
  recordings?: { files: readonly string[]; folder: string } | undefined
  /** Draws a `:::block`; a text without blocks leaves it out. */
  block?: (node: Extract<Nodes, { type: 'containerDirective' }>) => ReactNode
}

export const renderAll = (nodes: readonly Nodes[], rendering: Rendering): ReactNode =>
  nodes.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text's nodes never change their order
    <Fragment key={index}>{renderNode(node, rendering)}</Fragment>
  ))

/** One node as our own element. What is not named here is not drawn: raw HTML has no way through. */
function renderNode(node: Nodes, rendering: Rendering): ReactNode {
  const inner = (children: readonly Nodes[]) => renderAll(children, rendering)
  switch (node.type) {
    case 'text':
    case 'textDirective':
      return (
        <RunningText
          text={literalText(node, rendering.markdown) ?? ''}
          references={rendering.references}
          terms={rendering.terms}
        />
      )
    case 'paragraph':
      return <p id={rendering.paragraphId?.(node)}>{inner(node.children)}</p>
    case 'strong':
      return <strong>{inner(node.children)}</strong>
    case 'emphasis':
      return <em>{inner(node.children)}</em>
    case 'break':
      return <br />
    case 'heading': {
      const Heading = `h${node.depth - 2 + rendering.topLevel}` as 'h2' | 'h3' | 'h4'
      return <Heading id={rendering.headingId?.(node)}>{inner(node.children)}</Heading>
    }
    case 'list': {
      const List = node.ordered ? 'ol' : 'ul'
      return <List start={node.start ?? undefined}>{inner(node.children)}</List>
    }
    case 'listItem':
      return <li>{node.spread ? inner(node.children) : renderLines(node.children, rendering)}</li>
    case 'blockquote':
      return <blockquote>{inner(node.children)}</blockquote>
    case 'thematicBreak':
      return <hr />
    case 'table':
      return <TableOf table={node} inner={inner} />
    case 'containerDirective':
      return rendering.block?.(node)
    default:
      return null
  }
}

/** Paragraphs as lines of text without space around them: in an item of a tight list, in a turn of a dialogue. */
export const renderLines = (nodes: readonly Nodes[], rendering: Rendering): ReactNode =>
  nodes.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text's nodes never change their order
    <Fragment key={index}>
      {node.type === 'paragraph' ? <Line paragraph={node} rendering={rendering} /> : renderNode(node, rendering)}
    </Fragment>
  ))

function Line({ paragraph, rendering }: { paragraph: Paragraph; rendering: Rendering }) {
  const id = rendering.paragraphId?.(paragraph)
  const words = renderAll(paragraph.children, rendering)
  return id ? <span id={id}>{words}</span> : words
}

function TableOf({ table, inner }: { table: Table; inner: (children: PhrasingContent[]) => ReactNode }) {
  const [head, ...rows] = table.children
  return (
    <div className="wide scroll-x">
      <table>
        <thead>
          <tr>
            {head?.children.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a table's columns never change their order
              <Fragment key={column}>
                {cell.children.length > 0 ? <th scope="col">{inner(cell.children)}</th> : <td />}
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <tr key={index}>
              {row.children.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={column}>{inner(cell.children)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
