/// The words that the scorer knows. They belong to the measure: a change makes figures that cannot be compared.
enum WordLists {
    /// What does not make two sources the same.
    static let function = list(
        """
        the a an of and or in on at to for from by with s mr mrs ms dr sen rep gov his her their its this that these
        those
        """)

    /// Words of communication. Wanting, thinking, believing and hoping are not among them.
    static let speech = list(
        """
        according say says said saying tell tells told telling add adds added adding write writes wrote written
        writing ask asks asked asking note notes noted noting report reports reported reporting reportedly announce
        announces announced announcing suggest suggests suggested suggesting tweet tweets tweeted tweeting argue
        argues argued arguing continue continues continued acknowledge acknowledges acknowledged acknowledging explain
        explains explained explaining claim claims claimed claiming accuse accuses accused accusing declare declares
        declared declaring cite cites cited citing insist insists insisted insisting state states stated stating
        statement conclude concludes concluded warn warns warned warning respond responds responded responding reply
        replies replied urge urges urged urging recall recalls recalled testify testifies testified stress stresses
        stressed deny denies denied denying admit admits admitted admitting confirm confirms confirmed confirming
        mention mentions mentioned criticize criticizes criticized criticizing describe describes described describing
        joke joked joking quip quipped vow vows vowed pledge pledges pledged promise promises promised promising
        remark remarks remarked comment comments commented allege alleges alleged contend contends contended concede
        concedes conceded complain complains complained assert asserts asserted maintain maintains maintained observe
        observed demand demands demanded demanding propose proposes proposed reveal reveals revealed disclose
        disclosed quote quotes quoted quoting post posts posted repeat repeated reiterate reiterated reiterating shout
        shouted call calls called calling blast blasted slam slammed denounce denounced condemn condemned praise
        praised per interview informed inform informs testimony speech press conference email letter released predict
        predicts predicted counter countered retort chimed agree agrees agreed agreeing decline declines declined
        declining emphasize emphasizes emphasized emphasizing question questions questioned questioning discuss
        discusses discussed discussing indicate indicates indicated indicating speak speaks spoke speaking spoken echo
        echoes echoed echoing chant chanted chanting put point points pointed pointing likened shared talk talks
        talked talking
        """)

    /// Cues that are no words.
    static let speechMarks: Set<String> = [":", "—", "-", "―", "–", "--"]

    private static func list(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
