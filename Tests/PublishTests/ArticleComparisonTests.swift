import DemarchePublish
import DemarcheRecords
import DemarcheSourceText
import TestSupport
import Testing

@Suite struct ArticleComparisonTests {
    private func changes(_ old: String, _ new: String) -> [ArticleComparison.Change] {
        ArticleComparison(from: .made(old), to: .made(new)).changes
    }

    @Test func showsReworded() {
        #expect(
            changes(
                "The lock is shut.\nReyne said it could open in May.",
                "The lock is shut.\nReyne said it would open in May.")
                == [
                    .unchanged(1),
                    .reworded([
                        .common("Reyne said it"), .removed("could"), .added("would"), .common("open in May."),
                    ]),
                ])
    }

    @Test func showsParagraphsThatCameAndWent() {
        #expect(
            changes("One stays here.\nTwo goes away.", "One stays here.") == [
                .unchanged(1), .removed("Two goes away."),
            ])
        #expect(changes("One stays here.", "New words.\nOne stays here.") == [.added("New words."), .unchanged(1)])
    }

    @Test func tellsAnotherParagraphFromAReworded() {
        #expect(
            changes("The river rose overnight.", "Ministers meet in Vaduz today.")
                == [.removed("The river rose overnight."), .added("Ministers meet in Vaduz today.")])
    }

    @Test func findsNoChangeInTheSame() {
        #expect(ArticleComparison(from: .made("One.\nTwo."), to: .made("One.\nTwo.")).isEmpty)
        #expect(changes("", "").isEmpty)
    }

    @Test func leavesOutFurniture() {
        let old = Article.made("One.\nSign up.", kinds: [1: .boilerplate])
        let new = Article.made("One.\nSubscribe.", kinds: [1: .boilerplate])
        #expect(ArticleComparison(from: old, to: new).isEmpty)
    }
}
