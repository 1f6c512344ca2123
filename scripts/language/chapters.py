"""The chapters of the guide in their order, each with its short name and the chapters that it builds on: for the map and for the check of the navigation."""

from __future__ import annotations

from typing import NamedTuple

from language.words import Words


class Chapter(NamedTuple):
    """A page of docs/guide, its name on the map, and the pages to read before it; what those need is not repeated."""

    page: str
    name: Words
    needs: tuple[str, ...] = ()


CHAPTERS = (
    Chapter("refresher", Words("數學暖身", "refresher")),
    Chapter("neuron", Words("神經元", "the neuron"), ("refresher",)),
    Chapter("nonlinear", Words("非線性", "nonlinearity"), ("neuron",)),
    Chapter("saturation", Words("飽和", "saturation"), ("neuron",)),
    Chapter("backpropagation", Words("反向傳播", "backpropagation"), ("neuron",)),
    Chapter("vanishing", Words("梯度消失", "vanishing gradients"), ("saturation", "backpropagation")),
    Chapter("dying", Words("死亡ReLU", "dying ReLU"), ("vanishing",)),
    Chapter("zero-centred", Words("零中心", "zero-centred"), ("backpropagation",)),
    Chapter("numerics", Words("數值", "numerics"), ("neuron",)),
    Chapter("logistic", Words("邏輯神經元", "the logistic neuron"), ("neuron",)),
    Chapter("output", Words("輸出層", "the output layer"), ("logistic",)),
    Chapter("choosing", Words("怎麼選", "choosing"), ("nonlinear", "vanishing", "zero-centred", "output")),
)
