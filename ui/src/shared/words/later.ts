import { type ComponentType, lazy } from 'react'
import { withWords } from './load'

/** A part of the window whose code, and whose words, come when it is first shown. */
export function later<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await withWords(load()) }))
}
