/// Words of the news that tell no story apart from another; the table beside this file.
enum NewsWords {
    static let all: Set<String> = {
        let lines = String(decoding: PackageResources.news_words_txt, as: UTF8.self).split(separator: "\n")
        return Set(lines.filter { !$0.hasPrefix("#") }.flatMap(words))
    }()

    private static func words(_ line: Substring) -> [String] {
        (line.split(separator: "|").last ?? "").split(separator: ",").map { $0.split(separator: " ").joined() }
    }
}
