import Testing

@testable import DemarcheLink

/// Names folded, taken apart, and compared.
@Suite struct NameTests {
    @Test(arguments: [
        ("the Élysée’s", "elysee"), ("“Zażółć”", "zazolc"), ("U.S.", "u.s."), ("Şükrü Çelik", "sukru celik"),
        ("Łódź–Øst", "lodz-ost"), ("", ""), ("The", "the"),
    ]) func folds(name: String, folded: String) { #expect(FoldedName.of(name) == folded) }

    @Test(arguments: [
        ("Zelensky", "Zelenskyy"), ("Zelenskiy", "Zelenskyi"), ("Khrushchev", "Chruschtschew"),
        ("Lukashenko", "Loukachenko"), ("Tikhanovskaya", "Tsikhanouskaya"), ("Zurabishvili", "Zourabichvili"),
        ("Yeltsin", "Jeltsin"), ("Gorbachev", "Gorbatchev"),
    ]) func bringsRomanizationsTogether(one: String, other: String) {
        let romanization = Romanization.shared
        #expect(romanization.skeleton(FoldedName.of(one)) == romanization.skeleton(FoldedName.of(other)))
    }

    @Test(arguments: [
        ("Mr. Rudolf Rassendyll Jr.", ["rudolf"], "rassendyll"), ("Ursula von der Tann", ["ursula"], "von der tann"),
        ("Xi Jinping", ["jinping"], "xi"), ("J. P. Strakencz", ["j", "p"], "strakencz"),
        ("of Example SE Ann Holub", ["ann"], "holub"), ("Ukraine Ann Holub", ["ann"], "holub"),
        ("Ann Holub (left)", ["ann"], "holub"), ("Holub", [], "holub"),
        ("Navy Adm. Ann Holub", ["ann"], "holub"), ("Alpine Affairs Ann Holub", ["ann"], "holub"),
        ("Alpine Affairs Holub", [], "holub"), ("Foreign Ministry Ann Holub", ["ann"], "holub"),
        ("Monday Ann Holub", ["ann"], "holub"), ("Exclusive Ann Holub", ["ann"], "holub"),
        ("Mary Prince Holub", ["mary", "prince"], "holub"), ("Rudolf King", ["rudolf"], "king"),
        ("AFP)President Ann Holub", ["ann"], "holub"),
        ("Rudolf King Jr.", ["rudolf"], "king"),
        ("Alpine Defense Example Act", ["alpine", "defense", "example"], "act"),
    ]) func takesNamesApart(text: String, given: [String], surname: String) throws {
        let name = try #require(PersonName(text))
        #expect(name.given == given)
        #expect(name.surname == surname)
    }

    @Test(arguments: ["", "42", "F-16", "the old one", "…", "A B C D E F G H", "’s Republics", "'s Example"])
    func refusesWhatIsNoName(text: String) {
        #expect(PersonName(text) == nil)
    }

    @Test func measuresWinklersExamples() {
        #expect(abs(JaroWinkler.similarity("martha", "marhta") - 0.9611) < 0.0001)
        #expect(abs(JaroWinkler.similarity("dwayne", "duane") - 0.84) < 0.0001)
        #expect(abs(JaroWinkler.similarity("dixon", "dicksonx") - 0.8133) < 0.0001)
        #expect(JaroWinkler.similarity("bartholomew", "bart") > 0.8)
        #expect(JaroWinkler.similarity("", "") == 1 && JaroWinkler.similarity("a", "") == 0)
    }

    @Test(arguments: [
        ("Russian Foreign Minister", "foreign minister of Russia"), ("Kremlin spokesman", "Kremlin press secretary"),
        ("NATO Secretary-General", "head of NATO"), ("U.S. Secretary of State", "US Secretary of State"),
        ("British Foreign Secretary", "Britain's foreign minister"),
        ("Defence Minister of Norway", "Norwegian defense minister"),
    ]) func readsWordingsOfOneOffice(one: String, other: String) {
        let reader = OfficeReader()
        #expect(reader.read(one).key != nil)
        #expect(reader.read(one).key == reader.read(other).key)
    }
}
