/** An object without the fields that are `null` or `false`: absence says the same in stored text. */
export function statedFields(item: object): object {
  return Object.fromEntries(
    Object.entries(item).filter(([, value]) => value !== null && value !== false),
  );
}
