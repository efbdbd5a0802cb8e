from tracktwo.steps.programme.doors import ProgrammeDoor


class About(ProgrammeDoor):
    policy = "programme.see"
    template = "site/help.html"
