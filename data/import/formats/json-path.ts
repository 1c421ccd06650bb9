/** The value at a path of keys (`request_info.avg_input_length`); `null` where there is none. */
export function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null;
    value = Reflect.get(value, key);
  }
  return value ?? null;
}

/** A finite number at a path, also written as text; `null` otherwise. */
export function numberAt(root: unknown, path: string): number | null {
  const value = valueAt(root, path);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** A text at a path, numbers written out; `null` where there is none or it is blank. */
export function textAt(root: unknown, path: string): string | null {
  const value = valueAt(root, path);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The list at a path; empty where there is none. */
export function listAt(root: unknown, path: string): readonly unknown[] {
  const value = valueAt(root, path);
  return Array.isArray(value) ? value : [];
}

/** The first number that one of several paths has, as versions of a tool name it. */
export function firstNumber(root: unknown, ...paths: readonly string[]): number | null {
  for (const path of paths) {
    const number = numberAt(root, path);
    if (number !== null) return number;
  }
  return null;
}

/** The first text that one of several paths has. */
export function firstText(root: unknown, ...paths: readonly string[]): string | null {
  for (const path of paths) {
    const text = textAt(root, path);
    if (text !== null) return text;
  }
  return null;
}
