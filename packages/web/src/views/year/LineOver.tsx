import { memo } from 'react'
import { count } from '../../words/money.ts'
import { curvePath, type LinePictured } from './LineGround.tsx'
import { type Labelled, placeLabels } from './labels.ts'
import { amtAt, type Breakpoint } from './line.ts'

/** What lies over the handle's stem: the curve, its breakpoints and their labels. */
export const LineOver = memo(function LineOver({ line, layout, before }: LinePictured) {
  const { x, y, end, narrow, rates, left, right, curve } = layout
  const shown = line.breakpoints.filter(({ at }) => at < end * 0.999)
  const frame = { left: left + 4, right, top: curve[0] - 8, bottom: curve[1] }
  const places = narrow
    ? []
    : placeLabels(
        shown.map((each) => variantsOf(each, x(each.at), y(each.amt))),
        frame,
        (at) => y(amtAt(line, x.invert(at))),
      )
  return (
    <g>
      <clipPath id="line-frame">
        <rect x={left} y={curve[0] - 4} width={right - left} height={curve[1] - curve[0] + 6} />
      </clipPath>
      {before && (
        <g clipPath="url(#line-frame)">
          <path
            d={curvePath(before, layout)}
            fill="none"
            stroke="var(--ink-3)"
            strokeWidth="1.5"
            strokeDasharray="5 4"
          />
        </g>
      )}
      <path d={curvePath(line, layout)} fill="none" stroke="var(--amt)" strokeWidth="2.5" strokeLinejoin="round" />
      {shown.map((each, i) => {
        const place = places[i]
        return (
          <g key={each.at}>
            <line className="lead" x1={x(each.at)} x2={x(each.at)} y1={rates[0]} y2={rates[1]} />
            {place && (
              <>
                <line className="lead" x1={x(each.at)} x2={x(each.at)} y1={place.y - 10} y2={y(each.amt) - 6} />
                <Words of={each} place={place} />
              </>
            )}
            <circle
              cx={x(each.at)}
              cy={y(each.amt)}
              r="4.5"
              fill="var(--surface)"
              stroke="var(--amt)"
              strokeWidth="2.2"
            />
            {narrow && <Numbered x={x(each.at)} y={y(each.amt)} number={i + 1} />}
          </g>
        )
      })}
    </g>
  )
})

const linesOf = ({ shares, what, why }: Breakpoint): readonly string[] =>
  [`${count(shares)} shares`, what, why].filter((words) => words !== '')

/** With all lines, without the reason, and the number alone. Inter at 12 px is about 6.4 px a letter. */
function variantsOf(each: Breakpoint, x: number, y: number): Labelled[] {
  const lines = linesOf(each)
  return lines.map((_, i) => {
    const kept = lines.slice(0, lines.length - i)
    return { x, y, width: Math.max(...kept.map((words) => words.length)) * 6.4 }
  })
}

function Words({
  of,
  place,
}: {
  readonly of: Breakpoint
  readonly place: NonNullable<ReturnType<typeof placeLabels>[number]>
}) {
  return linesOf(of)
    .slice(0, place.lines)
    .map((words, i) => (
      <text
        key={words}
        className={i === 0 ? 'strong halo' : 'word halo'}
        x={place.x}
        y={place.y + 15 * i}
        textAnchor={place.anchor}
        {...(i === 1 && { style: { fill: 'var(--ink)' } })}
      >
        {words}
      </text>
    ))
}

const Numbered = ({ x, y, number }: { readonly x: number; readonly y: number; readonly number: number }) => (
  <>
    <circle cx={x} cy={y - 16} r="9" fill="var(--ink)" />
    <text x={x} y={y - 12} textAnchor="middle" fill="var(--surface)" fontSize="11" fontWeight="600">
      {number}
    </text>
  </>
)
