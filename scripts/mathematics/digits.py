"""The digits that an enclosure settles, and an enclosure as text."""

from __future__ import annotations

from fractions import Fraction

from flint import arb


def fractions(number: arb) -> tuple[Fraction, Fraction]:
    """The two ends of a ball, exactly: its lower() and upper() would round to the working precision."""
    middle, radius = (Fraction(int(m)) * Fraction(2) ** int(e) for m, e in (number.mid().man_exp(), number.rad().man_exp()))
    return middle - radius, middle + radius


def digits(number: arb, count: int = 4) -> str:
    """The number to `count` significant digits, as far as the ball settles them; an exact short one as it is.

    Raises ArithmeticError when the ball does not settle that many.
    """
    if not number.is_finite():
        if number not in (arb.pos_inf(), arb.neg_inf()):
            raise ArithmeticError(f"the ball {number} settles no digit")
        return "-inf" if number < 0 else "inf"
    low, high = fractions(number)
    if low == high and low.denominator == 1:
        return str(low.numerator)
    # A value that sits on a tie (0.50005 to four digits) is settled by one digit more, or two.
    for more in range(count, count + 3):
        first, second = _rounded(low, more), _rounded(high, more)
        if first == second:
            break
    else:
        raise ArithmeticError(f"the ball {number} does not settle {count} digits")
    if low == high and Fraction(first) == low and "e" not in first:
        return first.rstrip("0").rstrip(".")
    return first


def _rounded(value: Fraction, count: int) -> str:
    import decimal

    with decimal.localcontext(decimal.Context(prec=count + 40, rounding=decimal.ROUND_05UP)) as context:  # so that rounding twice is rounding once
        long = decimal.Decimal(value.numerator) / decimal.Decimal(value.denominator)
        context.prec, context.rounding = count, decimal.ROUND_HALF_EVEN
        short = +long
    if short == 0:
        return "0"
    if -5 <= short.adjusted() < max(count, 7):
        return f"{short:f}"
    return f"{short:.{count - 1}e}".replace("e+", "e")


def pack(number: arb) -> list[str]:
    """A ball as JSON: the exact midpoint and radius, mantissa and exponent each."""
    if not number.is_finite():
        return [digits(number)]
    return [str(int(part)) for end in (number.mid(), number.rad()) for part in end.man_exp()]


def unpack(packed: list[str]) -> arb:
    if len(packed) == 1:
        return arb.pos_inf() if packed[0] == "inf" else arb.neg_inf()
    m, e, rm, re = map(int, packed)
    return arb((m, e), (rm, re))
