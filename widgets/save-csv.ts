/** Has the browser save a CSV text as a file of this name. */
export function saveCsv(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = `data:text/csv,${encodeURIComponent(text)}`;
  link.download = name;
  link.click();
}
