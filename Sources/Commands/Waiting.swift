import Dispatch
import Synchronization

/// Asynchronous work in a command, which runs on the program's main thread as the parser and the stages do.
enum Waiting {
    /// What comes of `work`. Blocks, and so is only for the main thread: nothing that `work` needs runs there.
    static func result<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) throws -> Value {
        let result = Mutex<Result<Value, any Error>>(.failure(CancellationError()))
        let isDone = DispatchSemaphore(value: 0)
        Task.detached {
            let found: Result<Value, any Error>
            do { found = .success(try await work()) } catch { found = .failure(error) }
            result.withLock { $0 = found }
            isDone.signal()
        }
        isDone.wait()
        return try result.withLock { $0 }.get()
    }
}
