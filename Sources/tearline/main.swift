import TearlineCLI

Tearline.main()
