import TearlineCLI

Tearline.prepare()
Tearline.main(Tearline.arranged(Array(CommandLine.arguments.dropFirst())))
