/// Groups pages of one kind and a similar shape: a page belongs to the most similar template's first page.
public struct TemplateIndex: Sendable {
    /// At least this share of the sketch has to agree, as estimated Jaccard similarity of the element paths.
    public static let threshold = 0.7
    /// Templates of one kind at most; pages that fit none beyond that share the kind's last one.
    public static let limit = 64

    private var leaders: [PageKind: [(template: Int, sketch: ShapeSketch)]] = [:]
    /// Templates so far.
    public private(set) var count = 0

    /// Without any template.
    public init() {}

    /// The page's template, new or known: numbers count up from 0 in the order in which pages come.
    public mutating func assign(kind: PageKind, sketch: ShapeSketch) -> Int {
        let known = leaders[kind] ?? []
        var best: (template: Int, similarity: Double)?
        for leader in known {
            let similarity = leader.sketch.similarity(to: sketch)
            if similarity >= TemplateIndex.threshold, similarity > best?.similarity ?? 0 {
                best = (leader.template, similarity)
            }
        }
        if let best { return best.template }
        if known.count >= TemplateIndex.limit, let last = known.last { return last.template }
        defer { count += 1 }
        leaders[kind, default: []].append((count, sketch))
        return count
    }
}
