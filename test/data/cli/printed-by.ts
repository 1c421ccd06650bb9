import { vi } from 'vitest';

/**
 * What `work` writes to standard output, and what it throws; `null` for nothing. Neither that nor what
 * goes to stderr shows up in the output of the tests.
 */
export async function printedBy(
  work: () => Promise<unknown>,
): Promise<{ said: string; error: unknown }> {
  const said: string[] = [];
  const streams = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said.push(String(text));
      return true;
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true),
  ];
  const error = await work().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  for (const stream of streams) stream.mockRestore();
  return { said: said.join(''), error };
}
