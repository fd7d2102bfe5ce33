"""Numbers in, numbers out: shares and their ranges, comparisons, spread, waiting times, rushes.

Takes plain counts and amounts. Gives plain numbers, an `Estimate`, or `Unknown` where the
numbers cannot tell. Knows no table, strategy, file or clock; chance comes in as a seed.
A ValueError from here is a bug of the caller, never bad input of the owner.
"""

from netreport.stats.agreement import Agreement, cohens_kappa
from netreport.stats.audit import Stratum, audit, discerns, rogan_gladen
from netreport.stats.beta import beta_probability, regularised_beta
from netreport.stats.comparisons import (
    Comparison,
    Finding,
    compare,
    in_points,
    per_cent,
    signed_points,
)
from netreport.stats.diversity import (
    coherence,
    entropy,
    gini,
    hhi,
    hill,
    miller_madow,
    proportions,
    top_share,
)
from netreport.stats.intervals import Interval
from netreport.stats.likeness import jensen_shannon, overlap
from netreport.stats.resampling import bootstrap
from netreport.stats.rushes import Rush, poisson_tail, robust_z, rushes
from netreport.stats.several import Pair, pairwise, told
from netreport.stats.shares import complement, fit_for_headline, newcombe, share, wilson
from netreport.stats.significance import Trend, cochran_armitage, fisher_exact, holm
from netreport.stats.strata import Guarded, Layer, odds_ratio, risk_difference, simpson_guard
from netreport.stats.survival import (
    Curve,
    Median,
    Step,
    ended_by,
    kaplan_meier,
    median_wait,
    still_waiting,
)
from netreport.stats.ties import tie_strength

__all__ = [
    "Agreement",
    "Comparison",
    "Curve",
    "Finding",
    "Guarded",
    "Interval",
    "Layer",
    "Median",
    "Pair",
    "Rush",
    "Step",
    "Stratum",
    "Trend",
    "audit",
    "beta_probability",
    "bootstrap",
    "cochran_armitage",
    "cohens_kappa",
    "coherence",
    "compare",
    "complement",
    "discerns",
    "ended_by",
    "entropy",
    "fisher_exact",
    "fit_for_headline",
    "gini",
    "hhi",
    "hill",
    "holm",
    "in_points",
    "jensen_shannon",
    "kaplan_meier",
    "median_wait",
    "miller_madow",
    "newcombe",
    "odds_ratio",
    "overlap",
    "pairwise",
    "per_cent",
    "poisson_tail",
    "proportions",
    "regularised_beta",
    "risk_difference",
    "robust_z",
    "rogan_gladen",
    "rushes",
    "share",
    "signed_points",
    "simpson_guard",
    "still_waiting",
    "tie_strength",
    "told",
    "top_share",
    "wilson",
]
