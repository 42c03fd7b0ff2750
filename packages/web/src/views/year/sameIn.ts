import type { YearModel } from './useYear.ts'

/** Compares the properties of a part that reads only some of the model, so that it is not drawn anew for the rest. */
export const sameIn =
  (...keys: readonly (keyof YearModel)[]) =>
  (before: { readonly model: YearModel }, after: { readonly model: YearModel }): boolean =>
    keys.every((key) => before.model[key] === after.model[key])
