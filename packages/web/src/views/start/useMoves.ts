import { useEffect, useMemo, useState } from 'react'
import type { Moves, MovesQuestion } from '../../ask/moves.ts'
import { useAnswers } from '../../ask/useAnswers.ts'
import type { Present } from '../../document/document.ts'
import { usualGrant, usualYear } from '../../document/years.ts'
import { alternatives } from './alternatives.ts'

/** Milliseconds: the answers that are looked at come first. */
const later = 700

const nothing: { readonly moves?: MovesQuestion } = {}

/** By how many shares each question can move the answer of an example; nothing until it is measured. */
export function useMoves(example: Present): Moves {
  const [due, isDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => isDue(true), later)
    return () => clearTimeout(timer)
  }, [])
  const { file, asOf } = example
  const wanted = useMemo(() => {
    const year = usualYear(file, asOf)
    const grant = usualGrant(file, year)
    if (!due || grant === null) return nothing
    return { moves: { asOf, year, grant, others: alternatives(file, asOf), payable: ['cash'] } }
  }, [file, asOf, due])
  return useAnswers(wanted, undefined, file).answers.moves ?? none
}

const none: Moves = {}
