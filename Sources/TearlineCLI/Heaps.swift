internal import Glibc

/// The heaps that the C library keeps for threads, where the program is linked with no allocator of
/// its own; `docs/decisions/0012-allocator.md` has figures of both.
///
/// Left alone, the C library gives each of a pool's threads a heap of its own, and what is freed in
/// one is not used in another.
enum Heaps {
  /// Allows `count` heaps; before the first thread is begun, and without effect on allocators that
  /// have no such setting.
  static func limit(to count: Int) {
    guard let symbol = dlsym(nil, "mallopt") else { return }
    // `M_ARENA_MAX` of mallopt(3), which Swift's Glibc module leaves out.
    _ = unsafeBitCast(symbol, to: Mallopt.self)(-8, CInt(clamping: count))
  }

  private typealias Mallopt = @convention(c) (CInt, CInt) -> CInt
}
