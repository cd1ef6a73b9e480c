/// The tables of words of this module, for what must be made anew when one of them changes.
package enum RecordTables {
    /// The bytes of all, one after the other.
    package static var all: [UInt8] {
        PackageResources.former_states_txt + PackageResources.near_words_txt + PackageResources.state_words_txt
            + PackageResources.states_txt
    }
}
