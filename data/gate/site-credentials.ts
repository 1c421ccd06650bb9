/** What a private instance behind Cloudflare Access asks of a program: a service token. */
const ACCESS = {
  CF_ACCESS_CLIENT_ID: 'CF-Access-Client-Id',
  CF_ACCESS_CLIENT_SECRET: 'CF-Access-Client-Secret',
} as const;

/** The environment variables that hold a service token, in words for messages. */
export const ACCESS_VARIABLES = Object.keys(ACCESS).join(' and ');

/**
 * The headers that let a program into a private site; none where no service token is set.
 *
 * @param site - where they are sent, and nowhere else
 * @param environment - holds `CF_ACCESS_CLIENT_ID` and `CF_ACCESS_CLIENT_SECRET`
 * @throws Error where only one of them is set, or where anybody could read them on the way
 */
export function accessHeaders(
  site: URL,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const set = Object.entries(ACCESS).flatMap(([variable, header]) => {
    const value = environment[variable];
    return value === undefined || value === '' ? [] : [[header, value] as const];
  });
  if (set.length === 0) return {};
  if (set.length === 1) throw new Error(`set ${ACCESS_VARIABLES}, or neither: one is missing`);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(site.hostname);
  if (site.protocol !== 'https:' && !isLocal) {
    throw new Error(`${site.origin}: a service token goes over https only; write https://`);
  }
  return Object.fromEntries(set);
}
