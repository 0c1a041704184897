/** The letters under which there is anything, each leading to its terms. They stay in sight, so that the next is never far. */
export function Letters({ letters }: { letters: readonly string[] }) {
  return (
    <nav aria-label="Letters" className="jump-bar z-10 border-line border-b bg-paper print:hidden">
      <ul className="-mx-2 flex flex-wrap">
        {letters.map((letter) => (
          <li key={letter}>
            <a
              href={`#letter-${letter.toLowerCase()}`}
              className="grid min-h-target min-w-9 place-content-center px-1 font-medium sm:min-w-target"
            >
              {letter}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
