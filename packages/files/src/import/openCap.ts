/** Open Cap Format: grants, exercises and valuations of a company's own cap table. */
import { RowFault } from '../read/cells.ts'
import { NamedFields } from '../read/fields.ts'
import type { Fields } from '../read/jsonValue.ts'
import { type Draft, dollarsOnly } from './draft.ts'
import type { GrantFact } from './found.ts'

const typeOf = (fields: Fields): string => {
  const type = fields.get('object_type')
  return typeof type === 'string' ? type : ''
}

/** Whether an object is one of this format. */
export const isOpenCap = (fields: Fields): boolean => /^(TX_|VALUATION$|STAKEHOLDER$|STOCK_)/.test(typeOf(fields))

/** The objects that concern options; an exercise finds its grant by `security_id`, wherever it stands. Places count from 1. */
export function takeOpenCap(objects: readonly Fields[], draft: Draft): void {
  const placed = objects.map((fields, i) => ({ named: new NamedFields(fields), type: typeOf(fields), place: i + 1 }))
  const grants = new Map<string, GrantFact>()
  for (const { named, type, place } of placed)
    draft.attempt(place, named.cells, () => {
      if (/^TX_(EQUITY_COMPENSATION|PLAN_SECURITY)_ISSUANCE$/.test(type)) issuance(named, place, grants, draft)
      else if (type === 'VALUATION') valuation(named, place, draft)
    })
  for (const { named, type, place } of placed)
    draft.attempt(place, named.cells, () => {
      if (/^TX_(EQUITY_COMPENSATION|PLAN_SECURITY)_EXERCISE$/.test(type)) exercise(named, place, grants, draft)
      else if (type === 'TX_STOCK_CLASS_SPLIT')
        throw new RowFault(
          `a split of ${named.text('date')}: add it under company.splits, it is not taken over by itself`,
        )
      else if (type !== '' && !/ISSUANCE$|^VALUATION$/.test(type))
        draft.leaveOut(`${type} is no grant, exercise or valuation`, place)
    })
}

function price(of: NamedFields, name: string): number {
  const inner = of.inner(name)
  dollarsOnly(inner.text('currency'))
  return of.needed(name, inner.dollars('amount'))
}

function issuance(named: NamedFields, place: number, grants: Map<string, GrantFact>, draft: Draft): void {
  const kind = named.text('compensation_type') || named.text('option_grant_type')
  if (!/ISO|NSO|OPTION/.test(kind)) {
    draft.leaveOut(`${kind || 'securities'} are no options`, place)
    return
  }
  const security = named.text('security_id')
  const steps = named.list('vestings').map((each) => new NamedFields(each))
  const vesting = steps.map((each) => ({
    on: each.needed('date', each.date('date')),
    shares: each.needed('amount', each.shares('amount')),
  }))
  const shares = named.needed('quantity', named.shares('quantity'))
  const expires = named.date('expiration_date')
  const fact: GrantFact = {
    ...{ id: named.text('custom_id') || security, on: named.needed('date', named.date('date')), shares },
    strike: price(named, 'exercise_price'),
    ...(/ISO/.test(kind) && { kind: 'iso' }),
    ...(/NSO/.test(kind) && { kind: 'nso' }),
    ...(expires !== undefined && { expires }),
    ...(named.cell('early_exercisable') === true && { earlyExercise: true }),
    ...(vesting.length > 0 && vesting.reduce((sum, step) => sum + step.shares, 0) === shares && { vesting }),
  }
  if (grants.has(security)) throw new RowFault(`two grants have the security_id ${security}`)
  grants.set(security, fact)
  draft.grant(fact, place)
}

function exercise(named: NamedFields, place: number, grants: ReadonlyMap<string, GrantFact>, draft: Draft): void {
  const security = named.text('security_id')
  const of = grants.get(security)
  if (!of) throw new RowFault(`the grant it exercises, security_id ${security || 'left out'}, is not in the file`)
  const { id, on, strike } = of
  const grant = {
    ...(id !== undefined && { id }),
    ...(on !== undefined && { on }),
    ...(strike !== undefined && { strike }),
  }
  const shares = named.needed('quantity', named.shares('quantity'))
  draft.lot({ grant, exercised: named.needed('date', named.date('date')), shares }, place)
}

function valuation(named: NamedFields, place: number, draft: Draft): void {
  const on = named.needed('effective_date', named.date('effective_date'))
  draft.price({ on, fmv: price(named, 'price_per_share') }, place)
}
