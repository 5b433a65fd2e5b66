import Foundation
import Testing
import Yams

/// The ready-made pipelines: each of their commands is run, and what it prints is compared.
@Suite("Pipelines and the hook, with what their logs show")
struct PipelineTests {
  private static let folder = Guide.root.appending(path: "docs/ci")
  private static let secret = "Zwaluwstaart"

  private static let good = """
    ---
    id: TA-2026-7K3F
    kind: alert
    language: en
    classification: S
    status: published
    issued: 2026-11-02
    title:
      - (S) Zwaluwstaart
      - (U) Title
    ---
    (U) Seen by all.

    (S) Zwaluwstaart.

    """

  private static let policy = """
    title: Briefings
    publisher: {name: The Service}
    languages: [en]
    classification:
      levels: [{mark: U, name: UNCLASSIFIED}, {mark: S, name: SECRET}]
    audiences:
      national: {clearance: S, redaction: mark, base-url: "https://national.service.example"}
      local: {clearance: U, redaction: mark, base-url: "https://local.service.example"}
      public: {clearance: U, redaction: omit, base-url: "https://www.service.example"}
    """

  /// The shell scripts of a pipeline by the name of their step or job.
  private static func scripts(_ name: String) throws -> [String: String] {
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    let root = try #require(try Yams.load(yaml: text) as? [String: Any])
    var scripts: [String: String] = [:]
    for (name, job) in (root["jobs"] as? [String: [String: Any]]) ?? [:] {
      for step in (job["steps"] as? [[String: Any]]) ?? [] {
        guard let run = step["run"] as? String else { continue }
        let title = try #require(step["name"] as? String)
        scripts["\(name)/\(title)"] = run
      }
    }
    for (name, job) in root {
      guard let lines = (job as? [String: Any])?["script"] as? [String] else { continue }
      scripts[name] = lines.joined(separator: "\n")
    }
    return scripts
  }

  private func folder(_ briefing: String) throws -> Room {
    try Room(["publication.yml": Self.policy, "briefings/a.md": briefing])
  }

  private func bad(_ text: String = good) -> String { text.replacing("\n(S) Zw", with: "\n(X) Zw") }

  @Test func gitHub() throws {
    let scripts = try Self.scripts("github.yml")
    #expect(
      Set(scripts.keys) == [
        "check/Check", "check/Findings as SARIF", "check/Audiences", "edition/Build",
        "edition/Audit", "edition/Verify",
      ])
    let room = try folder(Self.good)
    defer { room.leave() }
    func run(_ name: String, in room: Room) throws -> Room.Outcome {
      try room.shell(
        try #require(scripts[name]), ["AUDIENCE": "public", "GITHUB_OUTPUT": "outputs"])
    }
    #expect(
      try run("check/Check", in: room) == Room.Outcome(0, "1 briefing, nothing to report\n"))
    #expect(try run("check/Findings as SARIF", in: room) == Room.Outcome(0, ""))
    #expect(try run("edition/Build", in: room) == Room.Outcome(0, ""))
    #expect(try run("edition/Audit", in: room) == Room.Outcome(0, ""))
    #expect(try run("edition/Verify", in: room).status == 0)
    _ = try room.shell("echo '<p>Zwaluwstaart' >> editions/public/404.html")
    let leaky = try run("edition/Audit", in: room)
    #expect(leaky.status == 3)
    #expect(
      leaky.printed.wholeMatch(of: /public\/404\.html:\d+: error: \[audit\/withheld-word\]\n/)
        != nil,
      "\(leaky.printed)")
    #expect(try room.text("tearline.sarif").contains("\"version\": \"2.1.0\""))
    if FileManager.default.isExecutableFile(atPath: "/usr/bin/jq") {
      #expect(try run("check/Audiences", in: room) == Room.Outcome(0, ""))
      #expect(try room.text("outputs") == "audiences=[\"national\",\"local\",\"public\"]\n")
    }

    let broken = try folder(bad())
    defer { broken.leave() }
    let checked = try run("check/Check", in: broken)
    #expect(checked.status == 1)
    #expect(checked.printed.hasPrefix("briefings/a.md:14"))
    #expect(!checked.printed.contains(Self.secret))
    #expect(try run("check/Findings as SARIF", in: broken) == Room.Outcome(0, ""))
    #expect(!(try broken.text("tearline.sarif").contains(Self.secret)))
    #expect(
      try run("edition/Build", in: broken)
        == Room.Outcome(
          1,
          """
          briefings/a.md:14: error: [marking/unknown-label]

          """))
  }

  @Test func gitLab() throws {
    let scripts = try Self.scripts("gitlab.yml")
    #expect(Set(scripts.keys) == ["check", "edition"])
    for audience in ["national", "local", "public"] {
      let room = try folder(Self.good)
      defer { room.leave() }
      let edition = try room.shell(try #require(scripts["edition"]), ["AUDIENCE": audience])
      #expect(edition.status == 0, "\(edition.printed)")
      #expect(!edition.printed.contains(Self.secret))
      #expect(
        FileManager.default.fileExists(atPath: room.path("editions/\(audience)/manifest.json")))
    }
    let room = try folder(Self.good)
    defer { room.leave() }
    #expect(
      try room.shell(try #require(scripts["check"]))
        == Room.Outcome(0, "1 briefing, nothing to report\n"))
    let broken = try folder(bad())
    defer { broken.leave() }
    let checked = try broken.shell(try #require(scripts["check"]))
    #expect(checked.status == 1)
    #expect(!checked.printed.contains(Self.secret))
  }

  /// A runner that gives its steps a terminal gets no line of a briefing either.
  @Test func aRunnerWithATerminal() throws {
    let scripts = try Self.scripts("github.yml")
    let broken = try folder(bad())
    defer { broken.leave() }
    try broken.write(try #require(scripts["check/Check"]), to: "step.sh")
    let bare = try broken.shell("script -qec 'tearline check' /dev/null")
    #expect(bare.printed.contains(Self.secret), "a terminal shows the line")
    let step = try broken.shell("script -qec 'bash -e step.sh' /dev/null")
    #expect(step.status == 1)
    #expect(step.printed.contains("[marking/unknown-label]"))
    #expect(!step.printed.contains(Self.secret))
  }

  @Test func theHookChecksWhatIsStaged() throws {
    let room = try folder(Self.good)
    defer { room.leave() }
    let hook = try String(contentsOf: Self.folder.appending(path: "pre-commit"), encoding: .utf8)
    try room.write(hook, to: ".git-hook")
    let commit = """
      git add publication.yml briefings
      git -c user.name=A -c user.email=a@service.example commit -q -m Change
      """
    let start = """
      git init -q .
      cp .git-hook .git/hooks/pre-commit
      chmod +x .git/hooks/pre-commit

      """
    #expect(try room.shell(start + commit) == Room.Outcome(0, ""))
    try room.write(bad(), to: "briefings/a.md")
    let refused = try room.shell(commit)
    #expect(refused.status == 1)
    #expect(refused.printed.hasPrefix("briefings/a.md:14"))
    // What is staged is still wrong, whatever the working folder says now.
    try room.write(Self.good, to: "briefings/a.md")
    let still = try room.shell(commit.split(separator: "\n").map(String.init)[1])
    #expect(still.status == 1)
    #expect(
      try room.shell(commit.replacing("-m Change", with: "-m Change --allow-empty")).status == 0)
  }
}
