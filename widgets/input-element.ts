import { SERVER_KEYS } from './address.ts';

const NAMES = [
  'src',
  'view',
  'at',
  'metrics',
  'usd',
  'util',
  'theme',
  'loading',
  'editable',
  ...SERVER_KEYS,
];

/**
 * An element whose attributes are input and never written. A property of the same name does the
 * same, before or after the class is there, and what is set last holds.
 */
export abstract class InputElement extends HTMLElement {
  static readonly observedAttributes: readonly string[] = NAMES;

  static {
    for (const name of NAMES) {
      if (name === 'lang') continue; // every element has it
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        enumerable: true,
        get(this: InputElement) {
          return this.values[name] ?? null;
        },
        set(this: InputElement, value: unknown) {
          this.values[name] = value == null || value === false ? null : String(value);
          this.changed(name);
        },
      });
    }
  }

  /** What is set, by name; absent or `null` for what is not. */
  protected readonly values: Record<string, string | null> = {};

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after) return;
    this.values[name] = after;
    this.changed(name);
  }

  /** Something was set; called each time. */
  protected abstract changed(name: string): void;

  /** Takes over properties that were set before the class was there. */
  protected takeOwn(): void {
    for (const name of NAMES) {
      if (!Object.hasOwn(this, name)) continue;
      const value: unknown = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }
}
