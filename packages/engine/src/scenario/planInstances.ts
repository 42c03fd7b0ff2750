/** A file of planning instances on the simplified law, as planners are compared with: `{ about, instances: [{ id, instance }] }`. */
import * as z from 'zod/mini'
import { InputError } from '../errors.ts'
import type { Instance } from '../schedule/simplified.ts'
import { plainCopy } from './plainCopy.ts'
import { Problems } from './problems.ts'

const dollars = z.number()
const count = (most: number) => z.int().check(z.minimum(0), z.maximum(most))
const years = count(60)

const grant = z.object({
  K: dollars.check(z.minimum(0)),
  shares: count(1e9),
  qual: years,
  expiry: z.optional(years),
  vest: z.optional(z.array(count(1e9)).check(z.minLength(1))),
})

const lot = z.object({ K: dollars.check(z.minimum(0)), amtBasis: dollars, shares: count(1e9), qual: years })

const instance = z.object({
  T: z.int().check(z.minimum(1), z.maximum(40)),
  tail: z.int().check(z.minimum(0), z.maximum(40)),
  status: z.enum(['single', 'mfj']),
  wages: z.array(dollars.check(z.minimum(0))).check(z.minLength(1)),
  price: z.array(dollars.check(z.minimum(0))).check(z.minLength(1)),
  grants: z.array(grant).check(z.maxLength(60)),
  lots: z.array(lot).check(z.maxLength(200)),
  r: dollars.check(z.minimum(0), z.maximum(1)),
  indexing: dollars.check(z.minimum(-0.5), z.maximum(1)),
  credit0: dollars.check(z.minimum(0)),
  regLoss0: z.prefault(dollars.check(z.minimum(0)), 0),
  amtLoss0: z.prefault(dollars.check(z.minimum(0)), 0),
  cash0: z.optional(dollars),
  savings: z.optional(z.array(dollars)),
})

const instances = z.object({ instances: z.array(z.object({ id: z.string(), instance })) })

/**
 * The instances of a file, read from parsed JSON.
 * @throws InputError with every problem.
 */
export function parsePlanInstances(value: unknown): readonly Instance[] {
  const problems = new Problems()
  const copy = plainCopy(value, problems)
  if (problems.found.length > 0) throw new InputError(problems.found)
  const { data, error } = z.safeParse(instances, copy)
  if (!data)
    throw new InputError(
      error.issues.map(({ path, message }) => ({
        path: path
          .map((part) => (typeof part === 'number' ? `[${part}]` : String(part)))
          .join('.')
          .replace(/\.\[/g, '['),
        code: 'notOneOf',
        message: `${message}; see an instance file for its shape.`,
      })),
    )
  return data.instances.map((each) => ({ ...each.instance, id: each.id }))
}
