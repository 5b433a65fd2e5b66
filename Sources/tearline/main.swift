import TearlineCLI

Tearline.prepare()
Tearline.main()
