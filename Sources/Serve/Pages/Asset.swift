import DemarchePublish
import DemarcheRecords
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// A file that pages load: its address holds a digest of its bytes, so that a browser may keep it for good.
struct Asset: Sendable {
    let path: String
    private let bytes: [UInt8]
    private let type: String

    /// That of the dossier, with what pages have besides.
    static let style = Asset(
        "site", "css", "text/css; charset=utf-8", Array(ArticleSheet.style.utf8) + PackageResources.site_css)
    static let script = Asset("site", "js", "text/javascript; charset=utf-8", PackageResources.site_js)

    private init(_ name: String, _ ending: String, _ type: String, _ bytes: [UInt8]) {
        path = "/assets/\(name)-\(Identifier.sha256(bytes).prefix(12)).\(ending)"
        self.type = type
        self.bytes = bytes
    }

    static func addRoutes(to router: Router<BasicRequestContext>) {
        for asset in [style, script] {
            router.get(RouterPath(asset.path)) { _, _ in
                Response(
                    status: .ok,
                    headers: [.contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable"],
                    body: .init(byteBuffer: ByteBuffer(bytes: asset.bytes)))
            }
        }
    }
}
