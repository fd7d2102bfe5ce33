"""How likely a rate lies in a band, given what was seen.

Takes counts and the band. Gives a probability from 0 to 1.
"""

from math import exp, lgamma, log, log1p, sqrt

from netreport.stats.checks import check_part

_TINY = 1e-300
_CLOSE_ENOUGH = 1e-15


def beta_probability(hits: int, total: int, low: float, high: float) -> float:
    """Probability that the rate lies from `low` to `high`, after `hits` of `total`.

    P(low <= rate <= high) under Beta(1 + hits, 1 + total - hits): every rate was equally
    likely before. No case at all is allowed, and gives high - low.
    Raises ValueError unless 0 <= hits <= total and 0 <= low <= high <= 1.
    Source: Bayes 1763; Gelman et al., Bayesian Data Analysis, section 2.4.
    """
    if total or hits:
        check_part(hits, total)
    if not 0 <= low <= high <= 1:
        raise ValueError(f"no band of rates: {low} to {high}")
    a, b = 1 + hits, 1 + total - hits
    # Each tail is added where it is small, so that a band far out does not drown in rounding.
    if low > a / (a + b):
        inside = regularised_beta(1 - low, b, a) - regularised_beta(1 - high, b, a)
    else:
        inside = regularised_beta(high, a, b) - regularised_beta(low, a, b)
    return min(1.0, max(0.0, inside))


def regularised_beta(x: float, a: float, b: float) -> float:
    """Give I_x(a, b), the distribution function of Beta(a, b) at x.

    The continued fraction of DLMF 8.17.22 by Lentz's method, on the side of the mean where it
    converges fast. Raises ValueError unless 0 <= x <= 1, a > 0 and b > 0.
    """
    if not (0 <= x <= 1 and a > 0 and b > 0):
        raise ValueError(f"I_{x}({a}, {b})")
    if x in (0, 1):
        return float(x)
    if x > (a + 1) / (a + b + 2):
        return 1 - _left_tail(1 - x, b, a)
    return _left_tail(x, a, b)


def _left_tail(x: float, a: float, b: float) -> float:
    log_front = a * log(x) + b * log1p(-x) + lgamma(a + b) - lgamma(a) - lgamma(b)
    return min(1.0, exp(log_front) / (a * _continued_fraction(x, a, b)))


def _continued_fraction(x: float, a: float, b: float) -> float:
    """Evaluate 1 + d1/(1 + d2/(1 + ...)); it takes in the order of √max(a, b) terms."""
    value, numerator, denominator = 1.0, 1.0, 0.0
    for index in range(1, 200 + 20 * int(sqrt(max(a, b)))):
        term = _term(index, x, a, b)
        denominator = 1 / _nonzero(1 + term * denominator)
        numerator = _nonzero(1 + term / numerator)
        step = numerator * denominator
        value *= step
        if abs(step - 1) < _CLOSE_ENOUGH:
            break
    return value


def _term(index: int, x: float, a: float, b: float) -> float:
    m, odd = divmod(index, 2)
    if odd:
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))


def _nonzero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
