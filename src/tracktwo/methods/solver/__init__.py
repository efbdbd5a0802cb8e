"""HiGHS in a thin room: one thread, a fixed seed, stopped by work or by a passed-in ``stop``, never by a
clock.
"""

from tracktwo.methods.solver.live import LiveProgram
from tracktwo.methods.solver.model import Draft, Limits, Model, Solution, Status
from tracktwo.methods.solver.solve import solve_lp, solve_mip

__all__ = ["Draft", "Limits", "LiveProgram", "Model", "Solution", "Status", "solve_lp", "solve_mip"]
