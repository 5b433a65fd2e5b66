internal import ArgumentParser

/// How a command writes a report: for a person, or for a program.
enum TableFormat: String, ExpressibleByArgument, CaseIterable { case text, json }
