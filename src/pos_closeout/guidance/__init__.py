"""What the program knows about rules, steps and checks, read from ``resources/guidance`` in both languages."""

from pos_closeout.guidance.bilingual import Bilingual
from pos_closeout.guidance.guidance import Guidance, load_guidance

__all__ = ["Bilingual", "Guidance", "load_guidance"]
