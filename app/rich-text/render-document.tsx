import { renderJSONContentToReactElement } from '@tiptap/static-renderer/json/react'
import type { ReactNode } from 'react'
import { PASSAGE_MARK, type PassageMark } from './annotate.ts'
import type { RichDocument } from './document.ts'

export type HeadingLevel = 2 | 3 | 4 | 5

/** One renderer for each place that documents stand in: their first heading comes below the page's own. */
const rendererFor = (headingLevel: HeadingLevel) =>
  renderJSONContentToReactElement({
    nodeMapping: {
      doc: ({ children }) => <>{children}</>,
      text: ({ node }) => <>{node.text}</>,
      paragraph: ({ children }) => <p>{children}</p>,
      heading: ({ node, children }) => heading(node.attrs?.level === 3, headingLevel, children),
      bulletList: ({ children }) => <ul>{children}</ul>,
      orderedList: ({ node, children }) => <ol start={node.attrs?.start}>{children}</ol>,
      listItem: ({ children }) => <li>{children}</li>,
      blockquote: ({ children }) => <blockquote>{children}</blockquote>,
      hardBreak: () => <br />,
    },
    markMapping: {
      bold: ({ children }) => <strong>{children}</strong>,
      italic: ({ children }) => <em>{children}</em>,
      [PASSAGE_MARK]: ({ mark, children }) => (
        <CommentedPassage {...(mark.attrs as PassageMark)}>{children}</CommentedPassage>
      ),
    },
  })

function heading(isSub: boolean, headingLevel: HeadingLevel, children: ReactNode) {
  const Heading = `h${isSub ? headingLevel + 1 : headingLevel}` as 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
  return <Heading className={isSub ? 'rich-subheading' : 'rich-heading'}>{children}</Heading>
}

/** The number after a passage leads to the comment; it is no part of what was written. */
function CommentedPassage({ of, ends, children }: PassageMark & { children?: ReactNode }) {
  return (
    <mark className="passage" data-second={of.every(({ isSecond }) => isSecond) || undefined}>
      {children}
      {ends.map(({ number, noteId }) => (
        <sup key={noteId} data-note>
          <a href={`#${noteId}`} id={`to-${noteId}`} aria-label={`Comment ${number}`}>
            {number}
          </a>
        </sup>
      ))}
    </mark>
  )
}

const renderers = { 2: rendererFor(2), 3: rendererFor(3), 4: rendererFor(4), 5: rendererFor(5) }

/** What somebody wrote, to be read. Drawn from a checked document without a DOM, so on the server as well. */
export function RichText({ document, headingLevel = 3 }: { document: RichDocument; headingLevel?: HeadingLevel }) {
  return <div className="prose rich-text">{renderers[headingLevel]({ content: document })}</div>
}
