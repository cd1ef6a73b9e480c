import DemarcheRecords

/// A record of WARC that says that a page was fetched again and had not changed, instead of holding it again
/// (`revisit`, WARC 1.1, section 6.7).
struct Revisit {
    let record: ArchiveRecord
    /// The head of the answer, where the record has one.
    let answer: HTTPMessage?

    /// The article that it repeats, when the archives of this run held that before.
    ///
    /// A picture or an error that is met again is passed over. What may be an article and is not here is refused by name.
    func event(_ payloads: PayloadIndex, path: String, offset: Int) -> DocumentEvent {
        switch payloads.payload(under: record.namesOfOriginal) {
        case .document(let sha256): return .repeated(Repetition(path: path, offset: offset, sha256: sha256))
        case .feed: return .passedOver
        case nil: return mayBeArticle ? .refused(missing(path, offset)) : .passedOver
        }
    }

    /// Status 304 says nothing about the answer that it repeats.
    private var mayBeArticle: Bool {
        let status = answer?.status ?? 304
        let type = answer?.fields.mediaType ?? record.payloadType
        return (status == 304 || 200..<300 ~= status) && type.map(ArchivedPayload.isRead) ?? true
            && record.address?.hasPrefix("dns:") != true
    }

    private func missing(_ path: String, _ offset: Int) -> Refusal {
        let original = [record.original.address ?? record.address ?? record.original.id, record.original.date]
            .compactMap(\.self).joined(separator: " of ")
        return Refusal(
            path: Source.place(path, offset), code: .unreadable,
            reason:
                "a revisit of a record that is not here\(original.isEmpty ? "" : " (\(original))"); read the archive "
                + "that holds it in the same run, before this one")
    }
}
