from tracktwo.cli.app import main

main()
