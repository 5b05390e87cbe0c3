import CLibXML2
import Model

/// A node of libxml2's tree, read as evidence.
struct XPathNode {
    let node: xmlNodePtr

    /// Its words, or its start tag where it has none.
    var mention: Mention {
        let words = quotable(text)
        return Mention(quote: words.isEmpty ? quotable(startTag) : words, region: region, locator: locator)
    }

    private static let textLimit = 4_096
    /// Nodes of one subtree that are read for its words.
    private static let visitLimit = 20_000

    private var text: [UInt8] {
        var out: [UInt8] = []
        if node.pointee.type == XML_ATTRIBUTE_NODE {
            append(node.pointee.children?.pointee.content, to: &out)
            return out
        }
        var visits = 0
        var current: xmlNodePtr? = node
        while let here = current, out.count < Self.textLimit, visits < Self.visitLimit {
            visits += 1
            if here.pointee.type == XML_TEXT_NODE || here.pointee.type == XML_CDATA_SECTION_NODE {
                append(here.pointee.content, to: &out)
            }
            current = next(after: here)
        }
        return out
    }

    /// The next node of this one's subtree in document order, scripts and styles left out.
    private func next(after here: xmlNodePtr) -> xmlNodePtr? {
        if here.pointee.type == XML_ELEMENT_NODE, here == node || !isCode(here), let child = here.pointee.children {
            return child
        }
        var up = here
        while up != node {
            if let sibling = up.pointee.next { return sibling }
            guard let parent = up.pointee.parent else { return nil }
            up = parent
        }
        return nil
    }

    private func isCode(_ element: xmlNodePtr) -> Bool {
        let name = Self.name(of: element)
        return name == "script" || name == "style"
    }

    private func append(_ content: UnsafePointer<UInt8>?, to out: inout [UInt8]) {
        guard let content else { return }
        out.append(32)
        var i = 0
        while content[i] != 0 && out.count < Self.textLimit {
            out.append(content[i])
            i += 1
        }
    }

    private var startTag: [UInt8] {
        guard node.pointee.type == XML_ELEMENT_NODE else { return [] }
        var out = Array("<\(Self.name(of: node))".utf8)
        var attribute = node.pointee.properties
        while let here = attribute, out.count < 512 {
            if let name = here.pointee.name { out.append(contentsOf: Array(" \(String(cString: name))".utf8)) }
            if let value = here.pointee.children?.pointee.content {
                out.append(contentsOf: Array("=\"\(String(cString: value))\"".utf8))
            }
            attribute = here.pointee.next
        }
        out.append(UInt8(ascii: ">"))
        return out
    }

    /// By the names of the elements around it.
    private var region: PageRegion {
        var current: xmlNodePtr? = node
        while let here = current, here.pointee.type != XML_HTML_DOCUMENT_NODE {
            if here.pointee.type == XML_ELEMENT_NODE {
                switch Self.name(of: here) {
                case "head": return .head
                case "script": return .script
                case "header": return .header
                case "nav": return .navigation
                case "main": return .main
                case "aside": return .aside
                case "footer": return .footer
                case "dialog": return .dialog
                default: break
                }
            }
            current = here.pointee.parent
        }
        return .page
    }

    /// Like `Document.locator(of:)`.
    private var locator: String {
        var steps: [String] = []
        var length = 0
        var current: xmlNodePtr? = node
        while let here = current, here.pointee.type != XML_HTML_DOCUMENT_NODE, steps.count < 4 {
            defer { current = here.pointee.parent }
            guard here.pointee.type == XML_ELEMENT_NODE else { continue }
            var step = Self.name(of: here)
            if step == "html" || step == "body" && !steps.isEmpty { break }
            let id = attribute("id", of: here)
            if let id { step += "#" + id } else if let token = attribute("class", of: here) { step += "." + token }
            if length + step.count + 3 > 160 { break }
            length += step.count + 3
            steps.append(step)
            if id != nil { break }
        }
        return steps.reversed().joined(separator: " > ")
    }

    /// The first token of an attribute, at most 36 characters.
    private func attribute(_ name: String, of element: xmlNodePtr) -> String? {
        guard let value = xmlGetProp(element, name) else { return nil }
        defer { comeback_xml_free(value) }
        let token = String(cString: value).split(whereSeparator: \.isWhitespace).first
        return token.map { String($0.prefix(36)) }
    }

    private static func name(of element: xmlNodePtr) -> String {
        element.pointee.name.map { String(String(cString: $0).prefix(36)) } ?? ""
    }
}
