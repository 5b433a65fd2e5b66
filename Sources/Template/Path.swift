/// A name as a tag asks for it, cut at its dots: which of `Program.words` it is made of.
///
/// The first is looked up through the contexts, and each other in what the one before it gave; `.`, the
/// innermost context, has none. Numbers and no references: it is looked at for every tag of every page,
/// by all threads, and counting a reference that they share takes it from one another's caches.
struct Path: Sendable {
  let words: Range<Int>
}
