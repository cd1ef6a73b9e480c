package import DemarcheRecords

/// Tells page furniture by its wording: what a saved page carries around the article.
///
/// Only phrases that an article does not use of itself are here; whether a line is furniture because of its place on the
/// page is decided by the readers of each format. Words are compared in lower case with straight apostrophes.
///
/// - share: `Share this:`
/// - appeal: `… become a patron …`, `… disabling your ad blocker …`
/// - related: `Related Posts`, `Trending stories:`
package enum Furniture {
    /// Why a line with these words is furniture; nil when the words do not tell. One pass over the line.
    package static func reason(of line: Substring) -> Block.Reason? {
        let bytes = normalized(line)
        if let reason = openings.first(at: 0, of: bytes) { return reason }
        if let reason = appeals.first(in: bytes) { return reason }
        guard bytes.count < 300 else { return nil }
        let words = String(decoding: bytes, as: UTF8.self)
        if let reason = whole[words.trimmed(":.|>» ")] { return reason }
        if isContribution(words) { return .credit }
        if isCommentCount(words) { return .comments }
        if isTrail(words) { return .navigation }
        if isBareAddress(words) { return .related }
        return isCredit(words) ? .credit : nil
    }

    /// Lines that are furniture when nothing else stands on them.
    private static let whole: [String: Block.Reason] = [
        "share": .share, "share this": .share, "share this article": .share, "share on facebook": .share,
        "share on twitter": .share, "share via email": .share, "tweet": .share, "follow us": .share, "email": .share,
        "print": .share, "copy link": .share, "facebook": .share, "whatsapp": .share, "telegram": .share,
        "related": .related, "related posts": .related, "related stories": .related, "related articles": .related,
        "related news": .related, "trending": .related, "trending stories": .related, "trending now": .related,
        "most read": .related, "most popular": .related, "read more": .related, "read next": .related,
        "read also": .related, "see also": .related, "recommended": .related, "you may also like": .related,
        "more from this section": .related, "more on this story": .related, "up next": .related,
        "our sponsors": .sponsor, "sponsored": .sponsor, "sponsored content": .sponsor, "advertisement": .sponsor,
        "advertising": .sponsor, "from our partners": .sponsor, "promoted": .sponsor,
        "comments": .comments, "all comments": .comments, "leave a comment": .comments, "no comments": .comments,
        "leave a reply": .comments, "post a comment": .comments, "join the conversation": .comments,
        "home": .navigation, "menu": .navigation, "back to top": .navigation, "skip to content": .navigation,
        "next": .navigation, "previous": .navigation, "subscribe": .appeal, "donate": .appeal, "sign up": .appeal,
        "donate now": .appeal, "subscribe now": .appeal, "all rights reserved": .notice,
    ]

    /// How furniture lines begin.
    private static let openings = Phrases<Block.Reason>([
        ("share this", .share), ("follow us on", .share), ("read more:", .related), ("read also:", .related),
        ("see also:", .related), ("related:", .related), ("also read:", .related),
        ("trending:", .related), ("sponsored by", .sponsor), ("sponsored:", .sponsor), ("advertisement:", .sponsor),
        ("promoted:", .sponsor),
        ("more from ", .related), ("photo:", .credit), ("photograph:", .credit),
        ("image:", .credit), ("photo credit", .credit), ("image credit", .credit), ("picture:", .credit),
        ("© ", .notice), ("copyright ©", .notice), ("copyright 1", .notice), ("copyright 2", .notice),
        ("reporting by ", .credit), ("(reporting by ", .credit), ("editing by ", .credit), ("(editing by ", .credit),
        ("additional reporting by ", .credit), ("write to ", .credit), ("image 1 of ", .credit),
        ("this story was originally published", .notice), ("this article was originally published", .notice),
        ("this website uses cookies", .notice), ("this site uses cookies", .notice), ("we use cookies", .notice),
        ("this document is subject to copyright", .notice), ("citation:", .notice), ("have a tip?", .appeal),
        ("copyright @", .notice), ("copyright (c)", .notice), ("last updated", .notice),
        ("first published on", .notice),
        ("published on ", .notice), ("our standards:", .notice), ("reading time:", .notice),
        ("follow our ", .share), ("like this story?", .share), ("follow @", .share), ("like us on facebook", .share),
        ("related post:", .related), ("[related:", .related), ("see more:", .related), ("read next:", .related),
        ("related coverage", .related), ("you might also like", .related), ("you may also like", .related),
        ("don't miss", .related), ("watch:", .related), ("latest posts by ", .related), ("more great ", .related),
        ("also on ", .related), ("if you liked this ", .related), ("what to read next", .related),
        ("recommended for you", .related), ("editor's picks", .related), ("popular posts", .related),
        ("recent posts", .related), ("get our ", .appeal), ("get the latest ", .appeal), ("join our ", .appeal),
        ("please leave your suggestions", .comments), ("to suggest a correction", .comments),
        ("you can also highlight the text", .comments), ("letters to the editor should", .comments),
        ("log in to comment", .comments), ("sign in to comment", .comments),
        ("sign up for", .appeal), ("subscribe to", .appeal), ("support our", .appeal), ("donate to", .appeal),
    ])

    /// Phrases with which an outlet asks its readers for money, an address or a favour.
    private static let appeals = Phrases<Block.Reason>(
        [
            "become a patron", "become a member", "support our journalism", "support independent journalism",
            "disabling your ad blocker", "disable your ad blocker", "our newsletter",
            "relies on the support of readers",
            "depends on the support of readers", "ask for your support", "join our community", "readers like you",
            "cup of coffee a month", "make a donation",
            "delivered to your inbox", "in your inbox", "to our mailing list", "sign up today", "subscribe today",
            "successfully subscribed", "subscribing you to", "unsubscribe at any time",
            "if you value this", "please give", "please donate", "send what you can", "chip in",
        ].map { ($0, .appeal) })

    /// `Ann Example contributed to this report.`
    private static func isContribution(_ words: String) -> Bool {
        words.utf8.count < 200 && contributions.first(in: Array(words.utf8)) != nil
    }

    private static let contributions = Phrases<Void>(
        ["contributed to this ", "contributed reporting", "contributed from"].map { ($0, ()) })

    /// `12 comments`
    private static func isCommentCount(_ words: String) -> Bool {
        guard words.utf8.count < 30 else { return false }
        let parts = words.split(separator: " ")
        return parts.count == 2 && parts[0].allSatisfy(\.isNumber) && (parts[1] == "comments" || parts[1] == "comment")
    }

    /// A breadcrumb trail: `Outlet > Section > Headline`.
    private static func isTrail(_ words: String) -> Bool {
        (words.utf8.contains(0x3E) || words.utf8.contains(0xBB))
            && words.split(whereSeparator: \.isWhitespace).count(where: { $0 == ">" || $0 == "»" }) >= 2
    }

    /// A line that is only the address of a site.
    private static func isBareAddress(_ words: String) -> Bool {
        guard words.utf8.count < 80, !words.contains(" "), let dot = words.lastIndex(of: ".") else { return false }
        let ending = words[words.index(after: dot)...].prefix { $0.isASCII && $0.isLetter }
        return topLevels.contains(String(ending)) && words.first?.isLetter == true
    }

    private static let topLevels: Set<String> = [
        "com", "org", "net", "info", "news", "co", "uk", "eu", "tr", "ru", "ua", "example",
    ]

    /// A photographer's or picture agency's line: names parted by strokes, or `via` an agency.
    private static func isCredit(_ words: String) -> Bool {
        guard words.utf8.count < 160, !words.hasSuffix(".") else { return false }
        let bytes = Array(words.utf8)
        return pictureAgencies.first(in: bytes) != nil
            && (bytes.contains(0x2F) || words.contains(" via ") || words.hasPrefix("("))
    }

    private static let pictureAgencies = Phrases<Void>(
        [
            "getty images", "afp", "reuters", "ap photo", "associated press", "depositphotos", "shutterstock", "epa",
            "sputnik", "tass", "anadolu", "xinhua", "wikimedia",
        ].map { ($0, ()) })

    /// In lower case as far as ASCII goes, which is all that the phrases are written in, with straight apostrophes, and
    /// without white space at the ends.
    private static func normalized(_ line: Substring) -> [UInt8] {
        var bytes = Array(line.utf8)
        var count = 0
        for index in bytes.indices {
            let byte = bytes[index]
            bytes[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
            count += 1
            if byte == 0x99, count >= 3, bytes[count - 3] == 0xE2, bytes[count - 2] == 0x80 {
                count -= 2
                bytes[count - 1] = 0x27
            }
        }
        bytes.removeLast(bytes.count - count)
        while let last = bytes.last, last == 0x20 || last &- 0x09 < 5 { bytes.removeLast() }
        return bytes.first.map { $0 == 0x20 || $0 &- 0x09 < 5 } == true
            ? Array(bytes.drop { $0 == 0x20 || $0 &- 0x09 < 5 }) : bytes
    }
}

extension String {
    /// Without the characters of `set` at both ends.
    fileprivate func trimmed(_ set: String) -> String {
        guard let first = firstIndex(where: { !set.contains($0) }), let last = lastIndex(where: { !set.contains($0) })
        else { return "" }
        return String(self[first...last])
    }
}
