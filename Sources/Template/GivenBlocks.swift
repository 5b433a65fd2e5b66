/// The blocks that parents were given on the way to where rendering is.
///
/// Each parent with blocks adds a layer inside the one it stands in. The outermost layer that has a
/// block decides, so that a page overrides what its parent gives a grandparent. What a block holds
/// is rendered with the layers around the place where it was written, so it cannot include itself.
struct GivenBlocks {
  private struct Layer {
    var outer: Int
    var arguments: Int
  }

  /// The layer that counts now; negative if there is none.
  private(set) var current = -1
  private var layers: [Layer] = []

  /// How many layers there are, to go back to.
  var depth: Int { layers.count }

  /// Adds the blocks of a parent inside the current layer.
  mutating func enter(arguments: Int) {
    layers.append(Layer(outer: current, arguments: arguments))
    current = layers.count - 1
  }

  /// Makes another layer count, one of those around.
  mutating func move(to layer: Int) { current = layer }

  /// Goes back to how things were.
  mutating func leave(to layer: Int, depth: Int) {
    layers.removeSubrange(depth...)
    current = layer
  }

  /// Where the block given under this name begins, and the layer around the place it was given.
  func find(_ block: Int, in program: Program) -> (start: Int, outer: Int)? {
    var found: (start: Int, outer: Int)?
    var layer = current
    while layer >= 0 {
      for argument in program.arguments[layers[layer].arguments] where argument.block == block {
        found = (argument.start, layers[layer].outer)
      }
      layer = layers[layer].outer
    }
    return found
  }
}
