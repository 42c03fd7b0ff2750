import { IconChevronDown } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'
import classes from './ScenarioMenu.module.css'

/** Names the scenario, and opens its menu. */
export function ScenarioButton({ name, ...rest }: { readonly name: string } & ComponentPropsWithRef<'button'>) {
  return (
    <button type="button" className={classes.name} aria-label={`Scenario: ${name}`} aria-haspopup="menu" {...rest}>
      <span>{name}</span>
      <IconChevronDown size={16} stroke={1.6} aria-hidden />
    </button>
  )
}
