import Edition

extension SampleEdition {
  /// The briefing that has everything.
  static func port(_ language: String, marks: Bool) -> Briefing {
    let english = language == "en"
    var briefing = briefing(
      "TA-2026-8VWJ", "assessment", language, issued: "2026-11-02",
      title: english ? "Foreign spies approach port workers" : "Spionnen benaderen havenwerkers",
      marks: marks, mark: "S//KORAAL", body: english ? portBody : portBodyInDutch)
    briefing.summary = MarkedText(
      english
        ? """
        People who work in the port are being offered money for facts about ships and cargo. \
        Another country is behind the offers. If you get such a message, **just report it**.
        """
        : "Mensen die in de haven werken krijgen geld aangeboden voor feiten over schepen.",
      mark: marks ? "U" : nil)
    briefing.expires = day("2027-11-02")
    briefing.threat = threat(marks: marks)
    briefing.interests = [MarkedText("port-services", mark: marks ? "U" : nil)]
    briefing.vulnerabilities = [MarkedText("Many people can see the planning.")]
    briefing.topics = [MarkedText("espionage", mark: marks ? "U" : nil)]
    briefing.sectors = [MarkedText("transport")]
    briefing.regions = [MarkedText("VR17")]
    briefing.judgements = judgements(marks: marks)
    briefing.advice = advice(marks: marks)
    briefing.sources = sources(marks: marks)
    briefing.related = ["TA-2026-4R23", "TA-2026-92B4"]
    briefing.supersedes = "TA-2025-2M8C"
    briefing.revisions = [
      Revision(
        date: day("2026-11-09"), note: MarkedText("Advice made shorter and clearer."),
        change: "substantial"),
      Revision(date: day("2026-11-06"), note: MarkedText("Second talk added."), change: "minor"),
    ]
    briefing.translation =
      english ? Translation(of: "nl", revision: day("2026-11-09")) : nil
    return briefing
  }

  private static func threat(marks: Bool) -> Threat {
    var threat = Threat()
    threat.level = MarkedText("substantial", mark: marks ? "U" : nil)
    threat.actor = MarkedText("a foreign intelligence service", mark: marks ? "S" : nil)
    threat.intent = MarkedText("To collect facts about ships and cargo")
    threat.capability = MarkedText("Skilled at approaching employees")
    threat.likelihood = MarkedText("likely")
    threat.confidence = MarkedText("moderate")
    threat.impact = MarkedText("major")
    threat.horizon = MarkedText("6 months")
    return threat
  }

  private static func judgements(marks: Bool) -> [Judgement] {
    var first = Judgement(
      id: "j1",
      text: MarkedText(
        "It is likely that the group will approach port workers again in the next six months.",
        mark: marks ? "U" : nil))
    first.likelihood = MarkedText("likely")
    first.confidence = MarkedText("moderate")
    first.sources = ["s1", "s2"]
    first.changedFrom = MarkedText("even")
    first.changedBecause = MarkedText("Five approaches were confirmed.")
    var second = Judgement(
      id: "j2", text: MarkedText("It is unlikely that the group wants to halt a terminal itself."))
    second.likelihood = MarkedText("unlikely")
    second.confidence = MarkedText("low")
    return [first, second]
  }

  private static func advice(marks: Bool) -> [Advice] {
    let texts = [
      ("now", "Does someone offer you money for facts? Promise nothing, and report it."),
      ("now", "Phone the terminals and ask whether the access of departed workers is withdrawn."),
      ("this-week", "Put the reporting number on the screens in canteens."),
      ("later", "Make reporting part of the yearly exercise."),
    ]
    return texts.map { when, text in
      var advice = Advice(action: MarkedText(text, mark: marks ? "U" : nil))
      advice.when = MarkedText(when)
      advice.by = MarkedText("All who work in the port")
      advice.basis = MarkedText("You can always report, with or without your name")
      advice.judgements = ["j1"]
      return advice
    }
  }

  private static func sources(marks: Bool) -> [Source] {
    let rows = [
      ("s1", "human", "B2", "Terminal employee"), ("s2", "technical", "B2", "Log-in records"),
      ("s3", "open", "A2", "Job adverts on open sites"),
    ]
    return rows.map { id, kind, grade, text in
      var source = Source(id: id)
      source.kind = MarkedText(kind)
      source.grade = MarkedText(grade)
      source.description = MarkedText(text, mark: marks ? "S" : nil)
      return source
    }
  }

  private static let portBody = """
    ## (U) What is happening

    (U) Since this summer people in the port have been getting messages from a so-called \
    research firm. The firm pays well for a chat.[^firm] Then it asks for lists of ships and cargo.

    {{withheld:sources}}

    (S) The message comes from {{withheld}} and the firm does not exist.[^firm] See \
    [the picture of the energy sector](briefing:TA-2026-4R23#what-we-see) and \
    [one that is not here](briefing:TA-2020-0000).

    ![Diagram in four steps: a message, a paid chat, a small task, delivery under pressure.](../../../assets/0123456789abcdef.svg)

    ## (U) How people are recruited

    1. (U) A message comes in through a job site, with praise for your experience.
    2. (U) You are paid for a short talk about "the market".
    3. {{withheld}}
    4. (U) Then they ask for more, and the tone gets harder.
       - Those who refuse are told that their boss will hear of it.
       - Even then, reporting is the fastest way out.

    ### Where it happened

    | Who | What was asked for | Result |
    | --- | --- | ---: |
    | (U) Planners | Shifts and berths | Data lost at one company |
    | Crane staff | Photos of cargo<br>and names of crews | None |
    | {{withheld}} | {{withheld}} | |

    ## What it means

    There is no direct danger to travellers. Read more on https://baken.example/port (in Dutch).

    > Those who know when a ship comes in also know where a country is weak.

    ```
    subject: Your experience is wanted (150 euro fee)
    ```

    ## What we do not know

    - [ ] How many people got a message and threw it away.
    - [x] Whether terminals outside Rotterdam were approached: see [above](#where-it-happened).

    [^firm]: (U) The name of the firm changes. So watch the questions, not the name.
    """

  private static let portBodyInDutch = """
    ## Wat er gebeurt

    Mensen krijgen berichten van een zogenaamd onderzoeksbureau.
    """
}
