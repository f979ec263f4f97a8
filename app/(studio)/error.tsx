'use client'

/* The same page as outside, but the rooms stay reachable around it. */
export { default } from '../error'
