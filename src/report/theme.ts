// Colours, by role, light and dark. Blue and orange keep apart for every common form of colour blindness (after Okabe and Ito).

export const roles = {
  paper: { light: '#ffffff', dark: '#12171e' },
  wash: { light: '#f3f6f8', dark: '#1b232d' },
  ink: { light: '#17202b', dark: '#e9edf2' },
  soft: { light: '#4a5666', dark: '#adb8c5' },
  line: { light: '#d3dae1', dark: '#36414e' },
  accent: { light: '#005a8d', dark: '#86c6f2' },
  fanOuter: { light: '#d3e6f3', dark: '#1f3d54' },
  fanInner: { light: '#93c3e1', dark: '#356d96' },
  median: { light: '#004f7d', dark: '#a9d9fa' },
  ambition: { light: '#b54800', dark: '#ff9f61' },
  trend: { light: '#5d6673', dark: '#aeb6c0' },
  good: { light: '#00664b', dark: '#65cfab' },
  warn: { light: '#a33c00', dark: '#ffb184' },
  flow: { light: '#a9cde6', dark: '#2e5c7e' },
  exit: { light: '#c3cad2', dark: '#4b5866' },
  loop: { light: '#8a6400', dark: '#e6bd5a' },
} as const;

export type Role = keyof typeof roles;

/** Roles that letters are printed in; each must stand out on paper and on wash. */
export const textRoles: readonly Role[] = [
  'ink',
  'soft',
  'accent',
  'median',
  'ambition',
  'trend',
  'good',
  'warn',
  'loop',
];

function property(role: string): string {
  return `--${role.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** How a drawing names a colour, so that one drawing serves both light and dark. */
export function colour(role: Role): string {
  return `var(${property(role)})`;
}

export function declarations(scheme: 'light' | 'dark'): string {
  return Object.entries(roles)
    .map(([role, value]) => `${property(role)}:${value[scheme]}`)
    .join(';');
}
