"""What a reading or a refusal is → the words that the terminal shows for it."""

from __future__ import annotations

from decimal import Decimal

from ..explain import Miss
from ..model import Basis, Qualifier, Reason, Role

SIGNS = {Qualifier.EXACT: "", Qualifier.MIN: "≥", Qualifier.MAX: "≤", Qualifier.APPROX: "≈"}
BASES = {Basis.STATED: "原文", Basis.COMPUTED: "推算", Basis.IMPLIED: "推断"}
ROLES = {Role.WORK: "工作", Role.PROBLEMS: "问题", Role.PLAN: "计划", Role.FRAME: "版式"}
REASONS = {
    Reason.PLAN: "计划", Reason.TARGET: "目标", Reason.OTHER_YEAR: "其他年度", Reason.OTHER_BODY: "其他主体",
    Reason.OTHER_UNIT: "计量不符", Reason.OTHER_MATTER: "其他事项", Reason.CHANGE: "增减幅度", Reason.RULE: "规定要求",
    Reason.PART: "部分", Reason.WEAKER_BASIS: "依据较弱", Reason.OVERLAPPED: "重复", Reason.IMPLAUSIBLE: "数值不合理",
    Reason.TIMEOUT: "查找超时",
}  # fmt: skip
MISSES = {
    Miss.OTHER_TOPIC: "话题不符", Miss.UNLESS: "有排除词", Miss.OTHER_UNIT: "数字的计量不符", Miss.NO_FIGURE: "没有数字",
}  # fmt: skip


def plain_number(value: Decimal) -> int | float:
    """The value as JSON has it: 41, 98.3."""
    return int(value) if value == value.to_integral_value() else float(value)
