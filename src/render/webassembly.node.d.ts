/** The part of WebAssembly that is used in Node, whose types leave it out. */
declare namespace WebAssembly {
  interface Module {}
  function compile(bytes: ArrayBuffer | ArrayBufferView): Promise<Module>;
}
