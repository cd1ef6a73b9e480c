import DemarcheIngest
import DemarcheRecords
import DemarcheSourceText
import Foundation
import Testing

@Suite struct CharsetTests {
    private static let english = """
        Envoys part without a word

        “We don’t yield — not now,” said Ann Example, the envoy, after the meeting in Geneva ended on Tuesday evening.

        The other side’s delegation called it “a café conversation” and left for the airport without any statement.

        """

    private static let russian = """
        Переговоры закончились без заявления

        Делегации встретились во вторник утром и говорили девять часов, но соглашение подписано не было.

        Посланник сказал, что его правительство готово продолжить переговоры на следующей неделе в том же городе.

        Представитель другой стороны ответил, что сначала нужно вернуть корабли в порт и открыть дорогу.

        """

    private func read(_ bytes: [UInt8]) throws -> Article { try Ingest().article(path: "a.txt", bytes: bytes) }

    private func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
        [UInt8](try #require(text.data(using: encoding)))
    }

    @Test(arguments: [
        english, russian, english.replacing("\n", with: "\r\n"), english + "🚀 e\u{301} 总统\u{2028}\u{FEFF}end",
    ])
    func leavesUTF8AsItIs(text: String) throws {
        let article = try read(Array(text.utf8))
        #expect(Array(article.text.string.utf8) == Array(text.utf8))
        #expect(article.source.charset == "UTF-8")
    }

    @Test func takesAwayTheByteOrderMarkOfUTF8() throws {
        let article = try read([0xEF, 0xBB, 0xBF] + Array(Self.english.utf8))
        #expect(Array(article.text.string.utf8) == Array(Self.english.utf8))
        #expect(article.source.charset == "UTF-8")
    }

    @Test(arguments: [english, russian + "🚀"])
    func decodesUTF16ByItsMark(text: String) throws {
        let little = try read([0xFF, 0xFE] + bytes(text, .utf16LittleEndian))
        let big = try read([0xFE, 0xFF] + bytes(text, .utf16BigEndian))
        #expect(Array(little.text.string.utf8) == Array(text.utf8))
        #expect(Array(big.text.string.utf8) == Array(text.utf8))
        #expect((little.source.charset, big.source.charset) == ("UTF-16LE", "UTF-16BE"))
    }

    @Test func decodesCurlyMarksOfWindows1252() throws {
        let article = try read(bytes(Self.english, .windowsCP1252))
        #expect(article.text.string == Self.english)
        #expect(article.source.charset.lowercased() == "windows-1252")
    }

    @Test func decodesRussianProseInWindows1251() throws {
        let article = try read(bytes(Self.russian, .windowsCP1251))
        #expect(article.text.string == Self.russian)
        #expect(article.source.charset.lowercased() == "windows-1251")
    }

    /// The record names charsets as the WHATWG Encoding Standard does.
    @Test func namesCharsetsAsTheStandardDoes() throws {
        #expect(try read(bytes(Self.english, .windowsCP1252)).source.charset == "windows-1252")
    }

    @Test func decodesTextLongerThanTheBufferOfTheDecoder() throws {
        let text = String(repeating: Self.russian, count: 60)
        #expect(try read(bytes(text, .windowsCP1251)).text.string == text)
    }

    @Test func replacesWhatUTF8DoesNotAllowBehindAMark() throws {
        let article = try read(
            [0xEF, 0xBB, 0xBF] + Array("The envoys met again today, and \u{1}".utf8) + [0xFF] + Array(" left.".utf8))
        #expect(article.text.string.hasSuffix("\u{FFFD} left."))
    }

    @Test func namesTheArticleAfterTheBytesAndNotTheText() throws {
        let plain = try read(Array(Self.english.utf8))
        let marked = try read([0xEF, 0xBB, 0xBF] + Array(Self.english.utf8))
        #expect(plain.text == marked.text)
        #expect(plain.id != marked.id)
        #expect(plain.id == Identifier.article(sha256: Identifier.sha256(Self.english.utf8)))
    }
}
