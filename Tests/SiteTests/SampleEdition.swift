import Calendar
import Edition

/// A sample edition with a briefing of every standing.
enum SampleEdition {
  /// The day it is made for: 2026-11-12.
  static let asOf = Day(ordinal: 20_769)

  static func edition(
    for reader: SamplePolicy.Reader, languages: [String] = ["en", "nl"]
  ) -> Edition {
    let marks = reader == .dense
    var briefings = [
      drones("en", marks: marks), drones("nl", marks: marks), oldPort(marks: marks),
      port("en", marks: marks), port("nl", marks: marks), phishing(marks: marks),
      withdrawn(marks: marks), sabotage(marks: marks),
    ]
    if reader == .open {
      for index in briefings.indices {
        briefings[index].banner = "U"
        briefings[index].body = briefings[index].body.replacing(
          "{{withheld:sources}}\n\n", with: ""
        )
        .replacing(" {{withheld}}", with: "")
      }
    }
    briefings.removeAll { !languages.contains($0.language) }
    let picture = Asset(
      name: "0123456789abcdef.svg",
      bytes: Array(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="760" height="120" viewBox="0 0 760 120">\
        <rect width="760" height="120" fill="#FFFFFF"/>\
        <rect x="20" y="20" width="720" height="80" fill="#12436D"/></svg>
        """.utf8),
      width: 760, height: 120)
    return Edition(
      asOf: asOf, policy: SamplePolicy.policy(for: reader, languages: languages),
      briefings: briefings.sorted { ($0.id, $0.language) < ($1.id, $1.language) },
      assets: [picture])
  }

  static func day(_ text: String) -> Day { Day(text) ?? asOf }

  /// A briefing with a title and what every sample has.
  static func briefing(
    _ id: String, _ kind: String, _ language: String, issued: String, title: String,
    marks: Bool, mark: String = "U", body: String = ""
  ) -> Briefing {
    var briefing = Briefing(
      id: id, kind: kind, language: language, status: .published, issued: day(issued),
      banner: marks ? "S//KORAAL" : "R", title: MarkedText(title, mark: marks ? mark : nil),
      body: marks ? body : body.replacing("(S) ", with: "").replacing("(U) ", with: ""))
    briefing.contact = MarkedText("Baken duty desk, <desk@baken.example>, day and night")
    return briefing
  }
}

// MARK: - Briefings

extension SampleEdition {
  private static func drones(_ language: String, marks: Bool) -> Briefing {
    let english = language == "en"
    var briefing = briefing(
      "TA-2026-4R23", "alert", language, issued: "2026-11-10",
      title: english ? "Drones seen over substations" : "Drones gezien boven schakelstations",
      marks: marks,
      body: english ? "## What we see\n\nThree flights." : "## Wat wij zien\n\nDrie vluchten.")
    briefing.summary = MarkedText(
      english
        ? "Drones flew over three substations this week. Nobody was hurt."
        : "Deze week vlogen drones boven drie schakelstations. Niemand raakte gewond.")
    briefing.threat.level = MarkedText("significant")
    briefing.topics = [MarkedText("drones"), MarkedText("sabotage")]
    briefing.sectors = [MarkedText("energy")]
    briefing.regions = [MarkedText("VR01"), MarkedText("VR19")]
    var advice = Advice(
      action: MarkedText(
        english
          ? "Do you see a drone over a substation? Call 112." : "Ziet u een drone? Bel 112."))
    advice.when = MarkedText("now")
    briefing.advice = [advice]
    return briefing
  }

  private static func oldPort(marks: Bool) -> Briefing {
    var briefing = briefing(
      "TA-2025-2M8C", "assessment", "en", issued: "2025-03-03", title: "Early signs in the port",
      marks: marks, body: "Superseded text.")
    briefing.threat.level = MarkedText("limited")
    briefing.topics = [MarkedText("espionage")]
    return briefing
  }

  private static func phishing(marks: Bool) -> Briefing {
    var briefing = briefing(
      "TA-2025-9QXD", "bulletin", "en", issued: "2025-06-01", title: "False invoices by e-mail",
      marks: marks, body: "Look at the sender.")
    briefing.expires = day("2026-06-01")
    briefing.threat.level = MarkedText("substantial")
    briefing.topics = [MarkedText("phishing")]
    briefing.sectors = [MarkedText("government")]
    return briefing
  }

  private static func withdrawn(marks: Bool) -> Briefing {
    var briefing = briefing(
      "TA-2026-HCC9", "alert", "en", issued: "2026-09-01", title: "Parcels at town halls",
      marks: marks)
    briefing.status = .withdrawn
    briefing.contact = nil
    var notice = Withdrawal()
    notice.date = day("2026-09-20")
    notice.reason = MarkedText("The parcels held **nothing** dangerous.")
    notice.action = MarkedText("Treat post as usual.")
    briefing.withdrawal = notice
    return briefing
  }

  private static func sabotage(marks: Bool) -> Briefing {
    var briefing = briefing(
      "TA-2026-92B4", "assessment", "nl", issued: "2026-10-01",
      title: "Sabotage van *stroomkabels* blijft voorstelbaar", marks: marks, mark: "S",
      body: "## Wat wij zien\n\nZie https://baken.example/kabels. Meer niet.")
    briefing.summary = MarkedText("Onbekenden zochten naar kabels op zee.")
    briefing.threat.level = MarkedText("limited")
    briefing.topics = [MarkedText("sabotage")]
    briefing.regions = [MarkedText("VR19")]
    return briefing
  }
}
