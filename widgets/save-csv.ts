/** Has the browser save a CSV text as a file of this name. */
export function saveCsv(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;
  link.download = name;
  link.click();
}
