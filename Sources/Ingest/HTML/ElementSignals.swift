import DemarcheRecords

/// What the class and id of an element say: words such as `byline`, `related` or `newsletter`.
///
/// Names are cut at everything that is not a letter, and before a capital behind a small letter; there only words of five
/// letters and more count, since made-up names such as `xAd3` hold short ones by chance.
/// Cut so, a word of the tables matches a whole part, or its beginning when
/// it ends in `*`, the end of a name when it ends in `$`, or several parts when it holds a hyphen.
enum ElementSignals {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Reads one class or id attribute into `element`.
    static func read(_ name: Bytes, into element: inout PageElement) {
        var position = 0
        while let part = nextPart(of: name, from: &position) {
            let rest = Bytes(rebasing: name[part.lowerBound...])
            let isInner = part.lowerBound > 0 && isLetter(name[part.lowerBound - 1])
            for signal in table[Int(rest[0] | 0x20) - 0x61] where signal.matches(rest, length: part.count) {
                if isInner, signal.word.count < 5 { continue }
                if let reason = signal.reason, element.reason == nil {
                    element.reason = reason
                    element.isNamedOnly = true
                }
                element.marks.formUnion(signal.marks)
            }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func nextPart(of name: Bytes, from position: inout Int) -> Range<Int>? {
        while position < name.count, !isLetter(name[position]) { position += 1 }
        let start = position
        while position < name.count, isLetter(name[position]) {
            if position > start, name[position] < 0x61, name[position - 1] >= 0x61 { break }
            position += 1
        }
        return start < position ? start..<position : nil
    }

    private struct Signal {
        var word: [UInt8]
        var isPrefix: Bool
        var isWhole: Bool
        var reason: Block.Reason?
        var marks: PageElement.Marks = []

        init(_ pattern: Substring, _ reason: Block.Reason?, _ marks: PageElement.Marks) {
            isPrefix = pattern.hasSuffix("*")
            isWhole = pattern.hasSuffix("$")
            word = Array((isPrefix || isWhole ? pattern.dropLast() : pattern).utf8)
            (self.reason, self.marks) = (reason, marks)
        }

        /// Whether the name that begins here with a part of `length` letters begins with the word.
        func matches(_ name: Bytes, length: Int) -> Bool {
            guard name.count >= word.count else { return false }
            for index in word.indices {
                let byte = name[index]
                guard
                    byte == word[index] || byte | 0x20 == word[index] && isLetter(byte)
                        || word[index] == 0x2D && byte == 0x5F
                else { return false }
            }
            if isPrefix || name.count == word.count { return true }
            let next = name[word.count]
            return isWhole ? next <= 0x20 : !isLetter(next) || next < 0x61
        }
    }

    /// The signals by their first letter.
    private static let table: [[Signal]] = {
        var table = [[Signal]](repeating: [], count: 26)
        for (words, reason, marks) in rows {
            for word in words.split(separator: " ") {
                guard let first = word.utf8.first else { continue }
                table[Int(first) - 0x61].append(Signal(word, reason, marks))
            }
        }
        return table
    }()

    private static let rows: [(String, Block.Reason?, PageElement.Marks)] = [
        (
            "nav navbar* navigation* menu* breadcrumb* crumbs footer* sitefooter masthead* topbar toolbar "
                + "pagination pager skiplink* skip-link tags taglist tag-list topics topic-list cookie* consent gdpr* login* "
                + "site-header global-header toc$ toclist table-of-contents tableofcontents print-header print-only "
                + "screen-reader* visually-hidden visuallyhidden sr-only tooltip* modal popup* widget-area",
            .navigation, []
        ),
        (
            "related* recommend* trending* mostread* mostpopular most-read most-popular popular readmore read-more "
                + "more more-on more-from more-stories morestories see-also also-read read-also read-next up-next upnext "
                + "sidebar* outbrain* taboola* latest-news recirc* teaser* next-article next-post prev-post previous-post "
                + "recent-posts recentposts keep-reading rpwwt* yarpp* jp-relatedposts zergnet* dont-miss", .related, []
        ),
        (
            "share shares sharing sharebar* sharethis addthis* sharedaddy social* follow-us followus "
                + "sharetools sharebuttons share-buttons", .share, []
        ),
        ("comment comments commentlist commentform disqus* respond", .comments, []),
        (
            "ad ads advert* adsense adslot* adunit* adbox adcontainer adwrapper sponsor* promo* dfp partner-content",
            .sponsor, []
        ),
        (
            "newsletter* subscri* donat* support signup* sign-up membership appeal cta cta* emailsignup email-signup "
                + "paywall-prompt call-to-action optin mailchimp* convertkit* hs-cta* mc4wp*", .appeal, []
        ),
        ("standfirst* subtitle* dek deck subheadline* subhed* sub-title sub-headline", nil, .standfirst),
        ("summary description excerpt intro subhead* sub-heading", nil, .summary),
        ("byline* author authors", nil, .byline),
        ("caption* figcaption* imagecaption* photo-caption slideshow*", nil, .caption),
        (
            "bio biography authorbio author-bio authorbox author-box author-info author-card about-author "
                + "about-the-author post-author authordescription author-description author-profile abh vcard "
                + "disclaimer* disclosure* trust-badge", .notice, []
        ),
        ("meta entry-meta post-meta article-meta read-time reading-time readtime estimated-read-time", nil, .date),
        ("credit* copyright photographer photocredit*", nil, .credit),
        ("date datetime timestamp* dateline pubdate published posted-on post-date publish-date", nil, .date),
    ]
}
