import { ATTRIBUTES } from './settings.ts';

/**
 * An element whose attributes are input and never written. A property of the same name does the
 * same, before or after the class is there, and what is set last holds.
 */
export abstract class SettingsElement extends HTMLElement {
  static readonly observedAttributes: readonly string[] = ATTRIBUTES;

  static {
    for (const name of ATTRIBUTES) {
      Object.defineProperty(this.prototype, name, {
        get(this: SettingsElement) {
          return this.settings[name] ?? null;
        },
        set(this: SettingsElement, value: unknown) {
          this.attributeChangedCallback(
            name,
            null,
            value == null || value === false ? null : String(value),
          );
        },
      });
    }
  }

  protected readonly settings: Record<string, string | null> = {};

  attributeChangedCallback(name: string, _before: string | null, after: string | null): void {
    if (after === this.settings[name]) return;
    this.settings[name] = after;
    this.changed(name);
  }

  /** Something was set; called each time. */
  protected abstract changed(name: string): void;

  connectedCallback(): void {
    // Properties that were set before the class was there hide its own.
    const own = this as unknown as Record<string, unknown>;
    for (const name of ATTRIBUTES) {
      if (!Object.hasOwn(own, name)) continue;
      const value = own[name];
      delete own[name];
      own[name] = value;
    }
  }
}
