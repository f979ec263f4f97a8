import createNextIntlPlugin from 'next-intl/plugin'

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The account menu stands at the lower left; the badge of the development server must not lie on it.
  devIndicators: { position: 'bottom-right' },
  serverExternalPackages: ['better-sqlite3', 'pg', 'twilio', 'xstate', '@node-rs/argon2'],
  // Types are a stage of their own in `npm test`; checking them twice would double the build.
  typescript: { ignoreBuildErrors: true },
}

export default createNextIntlPlugin('./app/i18n/request.ts')(config)
