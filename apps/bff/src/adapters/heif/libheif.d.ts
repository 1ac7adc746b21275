/** The part of libheif-js (libheif compiled to WebAssembly) that is used here; the package's own types describe another build. */
declare module 'libheif-js/wasm-bundle.js' {
  type Picture = {
    is_primary(): boolean;
    get_width(): number;
    get_height(): number;
    /** Decodes into `into.data`, four bytes a pixel; calls back with null when that fails. */
    display(
      into: { data: Uint8ClampedArray; width: number; height: number },
      done: (decoded: unknown | null) => void,
    ): void;
  };
  const libheif: { HeifDecoder: new () => { decode(file: Uint8Array): Picture[] } };
  // biome-ignore lint/style/noDefaultExport: that is how the package exports it
  export default libheif;
}
