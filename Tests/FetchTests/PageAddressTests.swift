import Testing

@testable import DemarcheFetch

@Suite struct PageAddressTests {
    @Test(arguments: [
        ("HTTP://Courier.Example", "http://courier.example/"),
        ("https://courier.example:443/a?b=c&d#part", "https://courier.example/a?b=c&d"),
        ("http://courier.example:8080?q", "http://courier.example:8080/?q"),
        ("http://bücher.example/ä", "http://xn--bcher-kva.example/%C3%A4"),
        ("http://xn--bcher-kva.example/", "http://xn--bcher-kva.example/"),
        ("http://[2001:DB8::1]:81/x", "http://[2001:db8::1]:81/x"),
        ("http://1。2.example/", "http://1.2.example/"),
    ]) func hasOneForm(text: String, expected: String) throws {
        let address = try PageAddress(text)
        #expect(address.text == expected)
        #expect(try PageAddress(address.text) == address)
    }

    @Test(arguments: [
        ("ftp://courier.example/a", "ftp: is not fetched; http and https addresses are"),
        ("file:///etc/passwd", "file: is not fetched; http and https addresses are"),
        ("unix:///run/x", "unix: is not fetched; http and https addresses are"),
        ("http+unix://%2Frun%2Fx/", "http+unix: is not fetched; http and https addresses are"),
        ("courier.example/a", "no web address"), ("", "no web address"),
        (
            "http://courier.example/a HTTP/1.1\r\nX-Forged: 1",
            "no web address: it holds white space or control characters"
        ),
        ("http://courier.example/a\tb", "no web address: it holds white space or control characters"),
        ("http://courier.example/\u{0}", "no web address: it holds white space or control characters"),
        ("http://ann:secret@courier.example/", "an address with a user's name or password; leave them out"),
        ("http://courier.example\\@evil.example/", "an address with a user's name or password; leave them out"),
        ("http://courier.example:0/", "port 0 does not exist"),
        ("http://courier.example:99999/", "port 99999 does not exist"),
        ("http://ex%61mple.com/", "“ex%61mple.com” is no name of a host"),
    ]) func refuses(text: String, reason: String) {
        #expect(throws: FetchFailure(reason)) { try PageAddress(text) }
    }

    @Test func refusesAnEndlessAddress() {
        let text = "http://courier.example/" + String(repeating: "a", count: 5_000)
        #expect(throws: FetchFailure("an address of 5023 bytes; up to 4096 are taken")) { try PageAddress(text) }
    }

    @Test(arguments: [
        ("/b", "http://courier.example/b"), ("c?d", "http://courier.example/a/c?d"),
        ("//other.example", "http://other.example/"), ("https://other.example/x#y", "https://other.example/x"),
        ("../../../e", "http://courier.example/e"),
    ]) func followsRedirects(location: String, expected: String) throws {
        #expect(try PageAddress("http://courier.example/a/b").following(location).text == expected)
    }

    @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", "http://", "http://x\r\ny/"])
    func refusesRedirectsElsewhere(location: String) throws {
        let address = try PageAddress("http://courier.example/")
        #expect(throws: FetchFailure.self) { try address.following(location) }
    }

    @Test(arguments: [
        ("127.0.0.1", "loopback"), ("127.255.0.1", "loopback"), ("10.1.2.3", "private"), ("172.16.0.1", "private"),
        ("172.31.255.255", "private"), ("192.168.1.1", "private"), ("169.254.169.254", "link-local"),
        ("100.64.0.1", "shared (CGNAT)"), ("100.127.255.255", "shared (CGNAT)"), ("0.0.0.0", "unspecified"),
        ("0.1.2.3", "unspecified"), ("192.0.2.1", "documentation"), ("198.51.100.9", "documentation"),
        ("203.0.113.7", "documentation"), ("198.19.0.1", "benchmarking"), ("224.0.0.1", "multicast"),
        ("255.255.255.255", "reserved"), ("192.0.0.8", "reserved"), ("::", "unspecified"), ("::1", "loopback"),
        ("::ffff:127.0.0.1", "loopback"), ("::ffff:10.0.0.1", "private"), ("64:ff9b::7f00:1", "loopback"),
        ("64:ff9b:1::1", "reserved"), ("2002:7f00:1::", "loopback"), ("2002:c0a8:101::1", "private"),
        ("fc00::1", "private"), ("fd12::1", "private"), ("fe80::1", "link-local"), ("fec0::1", "private"),
        ("ff02::1", "multicast"), ("2001:db8::1", "documentation"), ("3fff::1", "documentation"),
        ("2001::1", "reserved"), ("::127.0.0.1", "reserved"), ("4000::1", "reserved"), ("100::1", "reserved"),
    ]) func knowsWhatIsNotPublic(text: String, use: String) throws {
        #expect(try #require(NetworkAddress(text)).specialUse == use)
    }

    @Test(arguments: [
        "93.184.216.34", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1",
        "192.169.0.1", "223.255.255.255", "126.255.255.255", "128.0.0.1", "2606:2800:220:1::1", "2a00::1",
        "::ffff:93.184.216.34", "64:ff9b::5db8:d822", "2002:5db8:d822::1",
    ]) func knowsWhatIsPublic(text: String) throws {
        let address = try #require(NetworkAddress(text))
        #expect(address.specialUse == nil)
        #expect(NetworkAddress(address.text) == address)
    }

    @Test(arguments: ["127.1", "0x7f.1", "localhost", "[::1]", "fe80::1%eth0", ""]) func isNoAddress(text: String) {
        #expect(NetworkAddress(text) == nil)
    }

    @Test(arguments: ["127.1", "0x7f.0.0.1", "2130706433", "0177.1"]) func resolvesOtherWaysToWriteAnAddress(
        text: String
    ) async throws {
        #expect(try await NameResolver.addresses(of: text).map(\.text) == ["127.0.0.1"])
    }
}
