import CLexbor

/// What an element of HTML does to the text that stands in it.
enum Layout: UInt8 {
    /// Runs on with the text around it.
    case inline
    /// Begins and ends a block.
    case block
    /// Is not shown, or holds nothing that is read.
    case skipped
    /// Breaks the line.
    case lineBreak
}

/// The tags that reading tells apart, by lexbor's numbers.
enum Tag {
    static let a = number(LXB_TAG_A), article = number(LXB_TAG_ARTICLE), aside = number(LXB_TAG_ASIDE)
    static let blockquote = number(LXB_TAG_BLOCKQUOTE), body = number(LXB_TAG_BODY), caption = number(LXB_TAG_CAPTION)
    static let dialog = number(LXB_TAG_DIALOG), figcaption = number(LXB_TAG_FIGCAPTION), figure = number(LXB_TAG_FIGURE)
    static let form = number(LXB_TAG_FORM), ol = number(LXB_TAG_OL), table = number(LXB_TAG_TABLE),
        ul = number(LXB_TAG_UL)
    static let footer = number(LXB_TAG_FOOTER), h1 = number(LXB_TAG_H1), h2 = number(LXB_TAG_H2)
    static let h6 = number(LXB_TAG_H6), head = number(LXB_TAG_HEAD), header = number(LXB_TAG_HEADER)
    static let html = number(LXB_TAG_HTML), li = number(LXB_TAG_LI), link = number(LXB_TAG_LINK)
    static let main = number(LXB_TAG_MAIN), menu = number(LXB_TAG_MENU), meta = number(LXB_TAG_META)
    static let nav = number(LXB_TAG_NAV), p = number(LXB_TAG_P), script = number(LXB_TAG_SCRIPT)
    static let time = number(LXB_TAG_TIME), title = number(LXB_TAG_TITLE)

    static func layout(_ tag: UInt) -> Layout { tag < layouts.count ? layouts[Int(tag)] : .inline }
    static func isHeading(_ tag: UInt) -> Bool { h1 <= tag && tag <= h6 }

    private static func number(_ id: lxb_tag_id_enum_t) -> UInt { UInt(id.rawValue) }

    private static let layouts: [Layout] = {
        var table = [Layout](repeating: .inline, count: Int(LXB_TAG__LAST_ENTRY.rawValue))
        for id in blocks { table[Int(id.rawValue)] = .block }
        for id in skipped { table[Int(id.rawValue)] = .skipped }
        table[Int(LXB_TAG_BR.rawValue)] = .lineBreak
        return table
    }()

    private static let blocks = [
        LXB_TAG_ADDRESS, LXB_TAG_ARTICLE, LXB_TAG_ASIDE, LXB_TAG_BLOCKQUOTE, LXB_TAG_BODY, LXB_TAG_CAPTION,
        LXB_TAG_CENTER,
        LXB_TAG_DD, LXB_TAG_DETAILS, LXB_TAG_DIALOG, LXB_TAG_DIR, LXB_TAG_DIV, LXB_TAG_DL, LXB_TAG_DT, LXB_TAG_FIELDSET,
        LXB_TAG_FIGCAPTION, LXB_TAG_FIGURE, LXB_TAG_FOOTER, LXB_TAG_FORM, LXB_TAG_H1, LXB_TAG_H2, LXB_TAG_H3,
        LXB_TAG_H4,
        LXB_TAG_H5, LXB_TAG_H6, LXB_TAG_HEADER, LXB_TAG_HGROUP, LXB_TAG_HR, LXB_TAG_HTML, LXB_TAG_LEGEND, LXB_TAG_LI,
        LXB_TAG_LISTING, LXB_TAG_MAIN, LXB_TAG_MENU, LXB_TAG_NAV, LXB_TAG_OL, LXB_TAG_P, LXB_TAG_PLAINTEXT, LXB_TAG_PRE,
        LXB_TAG_SEARCH, LXB_TAG_SECTION, LXB_TAG_SUMMARY, LXB_TAG_TABLE, LXB_TAG_TBODY, LXB_TAG_TD, LXB_TAG_TFOOT,
        LXB_TAG_TH, LXB_TAG_THEAD, LXB_TAG_TR, LXB_TAG_UL, LXB_TAG_XMP,
    ]

    private static let skipped = [
        LXB_TAG_APPLET, LXB_TAG_AUDIO, LXB_TAG_BUTTON, LXB_TAG_CANVAS, LXB_TAG_DATALIST, LXB_TAG_EMBED,
        LXB_TAG_IFRAME, LXB_TAG_METER, LXB_TAG_NOEMBED, LXB_TAG_NOFRAMES, LXB_TAG_NOSCRIPT, LXB_TAG_OBJECT,
        LXB_TAG_OPTGROUP, LXB_TAG_OPTION, LXB_TAG_OUTPUT, LXB_TAG_PROGRESS, LXB_TAG_RP, LXB_TAG_RT, LXB_TAG_SCRIPT,
        LXB_TAG_SELECT, LXB_TAG_STYLE, LXB_TAG_SVG, LXB_TAG_TEMPLATE, LXB_TAG_TEXTAREA, LXB_TAG_TITLE, LXB_TAG_VIDEO,
    ]
}
