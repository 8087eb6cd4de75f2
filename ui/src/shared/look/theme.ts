import { type BrandVariants, createDarkTheme, createLightTheme, type Theme } from '@fluentui/react-components'

/** Tram green, from the darkest shade to the lightest. */
const tram: BrandVariants = {
  10: '#02140f',
  20: '#041f18',
  30: '#062a21',
  40: '#07382c',
  50: '#083f32',
  60: '#0a4738',
  70: '#0c503f',
  80: '#0e5a47',
  90: '#146b55',
  100: '#1b7f66',
  110: '#3d957e',
  120: '#5faa95',
  130: '#7fc3ae',
  140: '#abd9ca',
  150: '#dff1ea',
  160: '#f0f8f5',
}

/** Fluent reads the same variables as our style sheets, so that one change of a colour reaches both. */
const ours: Partial<Theme> = {
  fontFamilyBase: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizeBase200: '13px',
  lineHeightBase300: '22px',
  fontWeightSemibold: 600,
  borderRadiusMedium: '5px',
  colorNeutralBackground1: 'var(--paper)',
  colorNeutralForeground1: 'var(--ink)',
  colorNeutralForeground2: 'var(--ink)',
  colorNeutralForeground3: 'var(--ink-soft)',
  colorNeutralForeground4: 'var(--ink-soft)',
  colorNeutralStroke1: 'var(--control)',
  colorNeutralStrokeAccessible: 'var(--control-strong)',
  colorCompoundBrandStroke: 'var(--lead-fill)',
  colorStrokeFocus2: 'var(--lead)',
}

export const light: Theme = { ...createLightTheme(tram), ...ours }

export const dark: Theme = {
  ...createDarkTheme(tram),
  ...ours,
  colorBrandBackground: '#7fc3ae',
  colorBrandBackgroundHover: '#94d0bd',
  colorBrandBackgroundPressed: '#69b099',
  colorBrandBackgroundSelected: '#7fc3ae',
  colorNeutralForegroundOnBrand: '#06261e',
  colorNeutralForegroundInverted: '#06261e',
  colorCompoundBrandBackground: '#7fc3ae',
  colorCompoundBrandBackgroundHover: '#94d0bd',
  colorCompoundBrandBackgroundPressed: '#69b099',
  colorCompoundBrandForeground1: '#7fc3ae',
  colorCompoundBrandForeground1Hover: '#94d0bd',
  colorBrandForeground1: '#8fd0bb',
}
