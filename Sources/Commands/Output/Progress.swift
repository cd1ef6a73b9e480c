import Foundation

/// Says on standard error how far long work is: after one second, then on a terminal four times a second in place, else a
/// line every ten seconds.
struct Progress {
    private let total: Int
    private let noun: String
    private let start = ContinuousClock.now
    private var last: ContinuousClock.Instant?

    init(total: Int, noun: String) {
        self.total = total
        self.noun = noun
    }

    mutating func report(_ done: Int, _ more: String? = nil) {
        let now = ContinuousClock.now
        let pause: Duration = Standard.errorIsTerminal ? .milliseconds(250) : .seconds(10)
        guard now - start > .seconds(1), last.map({ now - $0 > pause }) ?? true else { return }
        last = now
        let line = "\(done) of \(total) \(noun)" + (more.map { ", \($0)" } ?? "")
        FileHandle.standardError.write(Data((Standard.errorIsTerminal ? "\r\(line)" : "\(line)\n").utf8))
    }

    func end() {
        if last != nil, Standard.errorIsTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
