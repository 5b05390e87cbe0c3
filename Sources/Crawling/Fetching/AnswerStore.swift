/// Keeps answers as they come, so that a crawl that was broken off can go on without asking again.
///
/// Only the fetching thread calls it, and waits for it: what is in flight is what isn't kept yet, never more than the
/// settings' `concurrency`.
public protocol AnswerStore: Sendable {
    /// What was answered to the same request before; nil where nothing is kept.
    func answer(to request: FetchRequest) -> Fetched?
    /// Returns when the answers are safe from a sudden end of the process; only then are they handed on.
    func keep(_ answers: [(request: FetchRequest, answer: Fetched)])
}
