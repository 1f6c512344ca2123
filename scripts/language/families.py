"""Families: functions built on the same idea, listed together."""

from __future__ import annotations

from language.words import Words

FAMILIES: dict[str, Words] = {
    "linear": Words("直線與階梯函數", "Lines and steps"),
    "sigmoidal": Words("S形函數", "S-shaped functions"),
    "rectifier": Words("整流函數", "Rectifiers"),
    "smooth_rectifier": Words("平滑的整流函數", "Smooth rectifiers"),
    "self_gated": Words("自我門控的函數", "Self-gated functions"),
    "shrinkage": Words("收縮函數", "Shrinkage functions"),
    "wave": Words("波與鐘形", "Waves and bumps"),
    "learned": Words("學來的形狀", "Learned shapes"),
    "gate": Words("兩個以上的輸入", "Two inputs or more"),
    "probability": Words("機率", "Probabilities"),
}
