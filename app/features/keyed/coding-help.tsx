import type { Code } from '#app/content/keyed-question.ts'

/** The codes with their numbers, which are also their keys. */
export function CodeList({ codes }: { codes: readonly Code[] }) {
  return (
    <ol className="code-list">
      {codes.map(({ id, title, description }) => (
        <li key={id}>
          <b>{title}</b>
          <p>{description}</p>
        </li>
      ))}
    </ol>
  )
}

/** How to code, by the means that this browser has. */
export function CodingHelp() {
  return (
    <div className="coding-help">
      <p className="noscript:hidden">
        Click a sentence, or select some words within one turn, and choose a code. With the keyboard: Tab to the
        transcript, go from sentence to sentence with the arrows, press Enter for the codes, or a code’s number at once.
        Delete takes a code away.
      </p>
      <noscript>
        <p>Below each turn you find its sentences, each with its own choice of a code.</p>
      </noscript>
    </div>
  )
}
