import Model
import Parsing

/// Tells what a page is for, from its address, structured data, what it calls itself, its forms and its content
/// together. Runs after pricing and forms, and reads their facts.
struct KindObserver: PageObserver {
    private var topics = TopicObserver()
    private var shape: ShapeObserver
    private var hasArticle = false
    private var hasTime = false

    init(_ page: borrowing PageView) {
        shape = ShapeObserver(page.document)
    }

    mutating func visit(element i: Int, of page: borrowing PageView) {
        shape.visit(element: i, of: page.document)
        switch page.document.nodes[i].tag {
        case .article: hasArticle = true
        case .time: hasTime = true
        default: break
        }
    }

    mutating func visit(block b: Int, of page: borrowing PageView) { topics.visit(block: b, of: page) }

    mutating func conclude(_ page: borrowing PageView, into facts: inout PageFacts) {
        facts.shape = shape.sketch
        let evidence = KindEvidence(page, facts, topics, isDated: hasArticle && hasTime)
        facts.kind = evidence.conclude()
    }
}
