import Foundation

// bench generate FOLDER PAGES BASE     writes the site
// bench fetch|sax URLS                 fetches every URL of a file once (and reads it by bare libxml2 SAX); prints pages
// bench stages FOLDER PAGES            reads so many of a site's pages in one thread, stage by stage
// bench run WORK COMEBACK              serves, measures all interleaved and prints a table
let arguments = CommandLine.arguments

func fail(_ line: String) -> Never {
    FileHandle.standardError.write(Data("bench: \(line)\n".utf8))
    exit(2)
}

switch arguments.dropFirst().first {
case "generate" where arguments.count == 5:
    guard let pages = Int(arguments[3]) else { fail("'\(arguments[3])' is no number of pages") }
    do { try SiteGenerator(pages: pages, base: arguments[4]).write(to: arguments[2]) } catch { fail("\(error)") }
case "fetch" where arguments.count == 3, "sax" where arguments.count == 3:
    guard let list = try? String(contentsOfFile: arguments[2], encoding: .utf8) else {
        fail("'\(arguments[2])' cannot be read; give a file with a URL on each line")
    }
    let read = await fetchAll(list.split(separator: "\n").map(String.init), parses: arguments[1] == "sax")
    print("\(read) pages")
case "stages" where arguments.count == 4:
    guard let most = Int(arguments[3]) else { fail("'\(arguments[3])' is no number of pages") }
    do { try Stages(folder: arguments[2], most: most).run() } catch { fail("\(error)") }
case "run" where arguments.count == 4:
    do { try Comparison(work: arguments[2], comeback: arguments[3], bench: arguments[0]).run() } catch {
        fail("\(error)")
    }
default:
    fail("usage: bench generate FOLDER PAGES BASE | fetch URLS | sax URLS | stages FOLDER PAGES | run WORK COMEBACK")
}
