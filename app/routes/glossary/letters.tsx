/** The letters under which there is anything, each leading to its terms. */
export function Letters({ letters }: { letters: readonly string[] }) {
  return (
    <nav aria-label="Letters" className="print:hidden">
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
