/** A number as text: what JSON and CSV write alike. */
export const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * The values of a row by key. Numbers and booleans may arrive as text (ids and run numbers do, and
 * all of CSV); an absent key, `null`, an empty text and a text that is no number are `null`.
 */
export class InferencexCells {
  readonly #row: Readonly<Record<string, unknown>>;
  readonly #metrics: Readonly<Record<string, unknown>>;

  private constructor(row: Readonly<Record<string, unknown>>) {
    this.#row = row;
    this.#metrics = isRecord(row['metrics']) ? row['metrics'] : {};
  }

  /** The cells of a row; `null` if it is no object. */
  static of(row: unknown): InferencexCells | null {
    return isRecord(row) ? new InferencexCells(row) : null;
  }

  /** The value as text: a key, a date, an address. */
  text(key: string): string | null {
    const value = this.#value(key);
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  }

  /** The value as a number, also 0, negative or infinite: judging it is not reading it. */
  number(key: string): number | null {
    const value = this.#value(key);
    if (typeof value === 'number') return value;
    return typeof value === 'string' && NUMBER.test(value.trim()) ? Number(value) : null;
  }

  /** The value as a fact that is known only when finite and positive. */
  positive(key: string): number | null {
    const value = this.number(key);
    return value !== null && Number.isFinite(value) && value > 0 ? value : null;
  }

  /** The value as a yes or no. */
  flag(key: string): boolean | null {
    const text = this.text(key)?.toLowerCase();
    if (text === 'true' || text === 't' || text === '1') return true;
    return text === 'false' || text === 'f' || text === '0' ? false : null;
  }

  #value(key: string): unknown {
    return Object.hasOwn(this.#row, key) ? this.#row[key] : own(this.#metrics, key);
  }
}

function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
