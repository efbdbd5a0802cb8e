"""Running long work: a child process, the wall clock, limits and progress. Jobs and the command line both
use it.
"""
