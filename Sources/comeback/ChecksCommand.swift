import ArgumentParser
import Auditing
import Foundation

/// `comeback checks …`
struct ChecksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checks", abstract: "List, explain, write and test checks.",
        subcommands: [List.self, Explain.self, New.self, Test.self, Facts.self, Index.self])

    /// `comeback checks list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "One line a check: id, severity, effort, title.")
        @Option(help: ArgumentHelp("Folder of further checks.", valueName: "folder"), completion: .directory)
        var checks: [String] = []

        func run() throws { print(try Catalogue(folders: checks).list(), terminator: "") }
    }

    /// `comeback checks explain ID`
    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Everything about one check, with its examples.")
        @Argument(help: "The check, e.g. contact/phone-missing.") var id: String
        @Option(help: ArgumentHelp("Folder of further checks.", valueName: "folder"), completion: .directory)
        var checks: [String] = []

        func run() throws { print(try Catalogue(folders: checks).explain(id), terminator: "") }
    }

    /// `comeback checks new ID`
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Write the skeleton of a check.")
        @Argument(help: "category/name, e.g. contact/fax-missing.") var id: String
        @Option(help: ArgumentHelp("Folder to write it in (default: checks).", valueName: "folder"))
        var folder = "checks"

        func run() throws { print("Wrote \(try Catalogue.writeSkeleton(of: id, in: folder))") }
    }

    /// `comeback checks test DIR`
    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Run the examples of the checks in a folder.")
        @Argument(help: "The folder, laid out as category/name.yaml.", completion: .directory) var folder: String

        func run() throws {
            let report = try Catalogue.test(folder)
            print(report.text, terminator: "")
            if !report.isGood { throw ExitCode(1) }
        }
    }

    /// `comeback checks facts`
    struct Facts: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The facts that a check in YAML can ask for.")
        func run() throws { print(Catalogue.facts(), terminator: "") }
    }

    /// `comeback checks index`
    struct Index: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The catalogue as Markdown: checks/README.md.")
        func run() throws { print(try Catalogue(folders: []).index(), terminator: "") }
    }
}
