/** The checklist's questions about tax: the bargain element, AMT and its room, and which of the shares are ISO shares. */
import { counted, inCents, inDollars, listedWords, lotWords } from './amountWords.ts'
import { type ChecklistItem, type ListFacts, nothingPlanned } from './checklistItem.ts'

/** Shares times value less strike: the number AMT counts. Form 6251 line 2i. */
export function bargainItem({ estimate, year, room }: ListFacts): ChecklistItem {
  const { exercises, spread } = estimate
  const own = { name: 'bargainElement', question: 'Is the bargain element sized?', dates: [] } as const
  const wages = exercises.reduce((sum, each) => sum + each.wages, 0)
  if (exercises.length === 0)
    return {
      ...{ ...own, answer: 'missing', numbers: { spread: null, wages: null } },
      says: (room?.byGrant ?? [])
        .filter(canExercise)
        .map(
          ({ grant, spreadPerShare, valuedOn, exercisable }) =>
            `${grant}: ${inDollars(spreadPerShare)} a share at the value of ${valuedOn}; ${counted(exercisable)} can be exercised by the end of ${year}.`,
        ),
      missing: [nothingPlanned('how large the bargain element is')],
    }
  const each = exercises.map(({ id, shares, value, strike, spread: part, nsoShares, wages: paid, on }) => {
    const iso = shares - nsoShares
    const whole = iso * Math.max(0, value - strike)
    const differs = Math.abs(part - whole) > 0.005 ? `, of which ${inDollars(part)} counts for AMT in ${year}` : ''
    const times = `${counted(iso)} times ${inDollars(value)} less ${inDollars(strike)} is ${inDollars(whole)}${differs}`
    const nonstatutory =
      nsoShares > 0 ? `; the other ${counted(nsoShares)} are nonstatutory, and ${inDollars(paid)} is wages` : ''
    return `${lotWords(id, on)}: ${times}${nonstatutory}.`
  })
  const all = exercises.length > 1 ? [`Together ${inDollars(spread)} goes on Form 6251 line 2i for ${year}.`] : []
  return { ...own, answer: 'yes', says: [...each, ...all], numbers: { spread, wages }, missing: [] }
}

const canExercise = ({ exercisable }: { readonly exercisable: number }): boolean => exercisable > 0

/** What the exercises cost in AMT, where the room ends, and how far past it they go. */
export function roomItem({ estimate, room, year }: ListFacts): ChecklistItem {
  const own = { name: 'amtAndRoom', question: 'Do the exercises stay within the AMT-free room?', dates: [] } as const
  const free = room?.room ?? null
  const { planned, exercised } = room?.spread ?? { planned: estimate.spread, exercised: 0 }
  const past = free === null ? null : Math.max(0, planned - free)
  const { amt } = estimate.added
  const numbers = {
    room: free,
    spread: planned,
    past,
    amt,
    creditMade: estimate.credit.generated,
    nextDollar: estimate.nextDollar,
  }
  const rooms = free === null ? [] : [roomWords(free, exercised, year), ...stateRoomWords(room?.states ?? [])]
  if (estimate.exercises.length === 0) {
    const grants = (room?.byGrant ?? []).filter(canExercise)
    const shares = grants.map(({ grant, shares: most }) => `${counted(most)} of ${grant}`)
    const fits = shares.length > 0 ? [`It is good for ${shares.join(', or for ')}.`] : []
    return {
      ...own,
      answer: 'missing',
      says: [...rooms, ...fits],
      numbers,
      missing: [nothingPlanned('how far past the room you go')],
    }
  }
  const within = amt < 0.005 && (past === null || past < 0.005)
  return {
    ...own,
    answer: within ? 'yes' : 'no',
    says: [...rooms, ...pastWords(past, planned), ...amtWords(estimate)],
    numbers,
    missing: [],
  }
}

const roomWords = (room: number, exercised: number, year: number): string =>
  `The room of ${year} is ${inDollars(room)} of bargain element${exercised > 0 ? `, on top of the ${inDollars(exercised)} of shares exercised already` : ''}.`

const stateRoomWords = (states: readonly { readonly state: string; readonly room: number }[]): string[] =>
  states.map(({ state, room }) => `Under the AMT of ${state} the room is ${inDollars(room)}.`)

function pastWords(past: number | null, planned: number): string[] {
  if (past === null || planned === 0) return []
  return past < 0.005
    ? [`The plan brings ${inDollars(planned)}, which fits.`]
    : [`The plan brings ${inDollars(planned)}: ${inDollars(past)} past the room.`]
}

function amtWords({ added, credit, nextDollar, states, phaseout, spread }: ListFacts['estimate']): string[] {
  const own = states.filter(({ added: { amt } }) => amt > 0.005)
  const state = own.map(({ state: name, added: { amt } }) => `${inDollars(amt)} to ${name}`)
  const bills = state.length > 0 ? `, and AMT of their own: ${listedWords(state)}` : ''
  if (added.amt < 0.005)
    return [
      `The exercises add no federal AMT${bills}${bills ? '' : `; the next dollar of spread costs ${inCents(nextDollar)}`}.`,
    ]
  const steep =
    spread > phaseout.begins && spread < phaseout.ends ? ', more than the rate, because the exemption shrinks here' : ''
  const back =
    credit.generated > 0
      ? ` ${inDollars(credit.generated)} of the year's AMT becomes minimum tax credit, which comes back in later years.`
      : ''
  return [
    `The exercises of the year add ${inDollars(added.amt)} of federal AMT${bills}.${back} The next dollar of spread costs ${inCents(nextDollar)}${steep}.`,
  ]
}

/** Which shares are ISO shares: options worth at most $100,000 at grant can first become exercisable in a year as ISOs. IRC §422(d). */
export function limitItem({ estimate, limit, year, lots }: ListFacts): ChecklistItem {
  const nso = estimate.exercises.reduce((sum, each) => sum + each.nsoShares, 0)
  const all = estimate.exercises.reduce((sum, each) => sum + each.shares, 0)
  const named = new Set(lots.map(({ grant }) => grant))
  const over = limit.years.flatMap(({ year: first, grants }) =>
    grants
      .filter(({ grant, nsoShares }) => nsoShares > 0 && (named.size === 0 || named.has(grant)))
      .map(({ grant, why }) => `${grant}, first exercisable in ${first}: ${why}`),
  )
  const left = limit.leftOut.filter(({ grant }) => named.has(grant)).map(({ grant, why }) => `${grant}: ${why}.`)
  const late = estimate.exercises
    .filter(({ nsoShares }) => nsoShares > 0)
    .map(
      ({ id, nsoShares, shares }) =>
        `${id}: of ${counted(shares)} ${nsoShares.toLocaleString('en-US')} ${nsoShares === 1 ? 'is' : 'are'} nonstatutory, and the spread of those is wages.`,
    )
  const none = estimate.exercises.length === 0
  const fine = none
    ? 'No share of these grants is past the $100,000 limit.'
    : `All ${counted(all)} exercised in ${year} are ISO shares; none is past the $100,000 limit.`
  const problem = nso > 0 || (none && over.length > 0)
  return {
    ...{ name: 'annualLimit', question: 'Are all of these shares ISO shares?', answer: problem ? 'no' : 'yes' },
    says: problem
      ? [...late, ...left, ...over]
      : [fine, ...(over.length > 0 ? ['Other shares of these grants are past it; `isoline limit` shows which.'] : [])],
    numbers: { isoShares: all - nso, nsoShares: nso, limit: limit.limit },
    dates: [],
    missing: [],
  }
}
