import classes from './Years.module.css'

const entries = [
  ['var(--reg-soft)', 'tax without the plan'],
  ['var(--reg)', 'regular tax the plan adds'],
  ['url(#arc-niit)', 'net investment tax', 'var(--reg)'],
  ['var(--amt)', 'AMT'],
  ['var(--credit)', 'credit generated'],
  ['url(#arc-used)', 'credit used', 'var(--credit)'],
] as const

/** What the colours and patterns of the lanes are; the patterns are defined here for all of them. */
export function Legend() {
  return (
    <p className={classes.legend}>
      {entries.map(([fill, words, stroke], i) => (
        <span key={words}>
          <svg width="10" height="10" aria-hidden="true">
            {i === 0 && (
              <defs>
                <pattern id="arc-niit" width="4" height="4" patternUnits="userSpaceOnUse">
                  <rect width="4" height="4" fill="var(--reg-soft)" />
                  <circle cx="2" cy="2" r="1.1" fill="var(--reg)" />
                </pattern>
                <pattern id="arc-used" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                  <rect width="5" height="5" fill="var(--surface)" />
                  <line x1="0" x2="0" y1="0" y2="5" stroke="var(--credit)" strokeWidth="2.4" />
                </pattern>
              </defs>
            )}
            <rect x="0.5" y="0.5" width="9" height="9" rx="1.5" fill={fill} stroke={stroke ?? 'none'} />
          </svg>
          {words}
        </span>
      ))}
    </p>
  )
}
