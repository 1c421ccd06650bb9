/** The text of a file, as the tests' bundler imports it. */
declare module '*?raw' {
  const text: string;
  export default text;
}
