"""Amounts of money: whole hundredths of a currency's unit, so that sums are exact, and the currencies there are."""

from decimal import Decimal
from typing import Any

from models.errors import InvalidInput

# Enough for any deal; fifteen digits also pass through every program that reads numbers as floating point.
MAX_HUNDREDTHS = 10**15 - 1

# ISO 4217, list one of currencies in use (2024), without those for testing and for trading metals and bonds.
CURRENCIES = frozenset(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE
    CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD
    HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD
    MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR
    RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH
    UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XDR XOF XPF XSU XUA YER ZAR ZMW ZWG
    """.split()
)


def hundredths_of(name: str, amount: Decimal) -> int:
    """An amount in hundredths. Raises InvalidInput where that would round it, and for less than nothing."""
    if not amount.is_finite():
        raise InvalidInput(f"{name} must be a number", field=name)
    if amount < 0:
        raise InvalidInput(f"{name} must not be negative; it is {amount}", field=name)
    if amount > in_units(MAX_HUNDREDTHS):
        raise InvalidInput(f"{name} is more than {in_units(MAX_HUNDREDTHS):,}, the largest there may be", field=name)
    rounded = amount.quantize(Decimal("0.01"))
    if rounded != amount:
        raise InvalidInput(f"{name} has at most two decimals; {amount} has more", field=name)
    return int(rounded.scaleb(2))


def in_units(hundredths: int | Decimal) -> Decimal:
    """An amount as people write it: 1250.50 of 125050 hundredths."""
    return Decimal(int(hundredths)).scaleb(-2)


def checked_currency(name: str, value: Any) -> str:
    """A currency's three letters in capitals. Raises InvalidInput for what is none of ISO 4217's."""
    code = value.strip().upper() if isinstance(value, str) else ""
    if code not in CURRENCIES:
        raise InvalidInput(f"{name} must be a currency of ISO 4217 such as EUR; {value!r} is none", field=name)
    return code
