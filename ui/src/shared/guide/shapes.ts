import type { ProblemShape } from '../lib'
import type { SceneShape } from '../look'

/** What the drawing of a guide needs to know; the engine's views have these shapes and more. */
export interface BothShape {
  readonly en: string
  readonly 'zh-HK': string
}

export interface LabelShape {
  /** Simplified Chinese, as the mainland console prints it. */
  readonly cn: string
  readonly hk: string
  readonly en: string
  /** Seen printed on the international console. */
  readonly io?: boolean
}

export interface StepShape {
  readonly text: BothShape
  readonly drawing: { readonly scene: string; readonly ring: string | null }
  readonly who: string
  readonly verified: boolean
  readonly unexpected: boolean
}

export interface VariantShape<Place> {
  readonly when: BothShape
  readonly then: BothShape
  readonly guide: Place | null
}

export interface GuideShape<Place extends string = string, Link extends string = string> {
  readonly place: Place
  readonly title: BothShape
  readonly why: BothShape
  readonly who: string
  readonly tasks: readonly string[]
  readonly link: Link | null
  readonly labels: { readonly [name: string]: LabelShape | undefined }
  readonly scenes: { readonly [name: string]: SceneShape | undefined }
  readonly steps: readonly StepShape[]
  readonly see: BothShape
  readonly variants: readonly VariantShape<Place>[]
  readonly differs: BothShape | null
  readonly checked: { readonly on: string; readonly sections: readonly string[] }
}

export interface ShelfShape {
  readonly region: 'com' | 'io'
  readonly practising: boolean
  readonly source: 'shipped' | 'installed'
  readonly edition: string
  readonly guides: readonly GuideShape[]
  readonly trouble: ProblemShape | null
}
