// Loaded before the widget by pages that look whether it leaves anything: knows the memories of its programs that are still there, and
// what these hold of the page.
{
  const { instantiate } = WebAssembly;
  /** Memories, and tables of what is the page's. */
  let parts = [];
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate.apply(WebAssembly, given);
    const exported = Object.values((made.instance ?? made).exports);
    const { Memory, Table } = WebAssembly;
    // Who counts for long must not be the one who keeps what has gone.
    parts = parts.filter((it) => it.deref());
    parts.push(...exported.filter((it) => it instanceof Memory || it instanceof Table).map((it) => new WeakRef(it)));
    return made;
  };

  const alive = (kind) => {
    parts = parts.filter((it) => it.deref());
    return parts.map((it) => it.deref()).filter((it) => it instanceof kind);
  };
  /** A place that nobody has is null; one that was never given back may hold `undefined`. */
  const held = (table) => Array.from({ length: table.length }, (_, at) => table.get(at)).filter((it) => it !== null).length;

  /** How large each is, in bytes. */
  window.memories = () => alive(WebAssembly.Memory).map(({ buffer }) => buffer.byteLength);
  /** How much of the page each program holds. */
  window.references = () => alive(WebAssembly.Table).map(held);
}
