import {
  IconBuildingSkyscraper,
  IconCalendarEvent,
  IconChartAreaLine,
  IconFileText,
  IconStack2,
} from '@tabler/icons-react'
import { type ComponentType, lazy } from 'react'
import { YearView } from '../views/year/YearView.tsx'

/** The views of the page in the order of its navigation. The first is in the page; each other is loaded when it is first looked at. */
export const views = [
  {
    path: '/',
    short: 'Year',
    words: 'The year',
    icon: IconCalendarEvent,
    view: YearView,
  },
  {
    path: '/arc',
    short: 'Arc',
    words: 'The arc',
    icon: IconBuildingSkyscraper,
    view: lazily(() => import('../views/arc/ArcView.tsx'), 'ArcView'),
  },
  {
    path: '/lots',
    short: 'Lots',
    words: 'Lots',
    icon: IconStack2,
    view: lazily(() => import('../views/lots/LotsView.tsx'), 'LotsView'),
  },
  {
    path: '/risk',
    short: 'Risk',
    words: 'Risk',
    icon: IconChartAreaLine,
    view: lazily(() => import('../views/risk/RiskView.tsx'), 'RiskView'),
  },
  {
    path: '/forms',
    short: 'Forms',
    words: 'Forms',
    icon: IconFileText,
    view: lazily(() => import('../views/forms/FormsView.tsx'), 'FormsView'),
  },
] as const

function lazily<Name extends string>(load: () => Promise<{ readonly [N in Name]: ComponentType }>, name: Name) {
  return lazy(() => load().then((all) => ({ default: all[name] })))
}
