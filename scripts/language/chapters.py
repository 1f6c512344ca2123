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
    Chapter("regions", Words("ReLU的區域", "ReLU regions"), ("nonlinear",)),
    Chapter("approximation", Words("近似", "approximation"), ("regions",)),
    Chapter("saturation", Words("飽和", "saturation"), ("neuron",)),
    Chapter("backpropagation", Words("反向傳播", "backpropagation"), ("neuron",)),
    Chapter("vanishing", Words("梯度消失", "vanishing gradients"), ("saturation", "backpropagation")),
    Chapter("initialisation", Words("初始化", "initialisation"), ("vanishing",)),
    Chapter("dying", Words("死亡ReLU", "dying ReLU"), ("initialisation",)),
    Chapter("sparsity", Words("稀疏", "sparsity"), ("dying",)),
    Chapter("zero-centred", Words("零中心", "zero-centred"), ("backpropagation",)),
    Chapter("scaling", Words("輸入的尺度", "scaling the input"), ("saturation", "zero-centred")),
    Chapter("properties", Words("性質", "properties"), ("zero-centred", "nonlinear", "vanishing")),
    Chapter("cost", Words("計算成本", "cost"), ("sparsity",)),
    Chapter("numerics", Words("數值", "numerics"), ("neuron",)),
    Chapter("logistic", Words("邏輯神經元", "the logistic neuron"), ("saturation",)),
    Chapter("output", Words("輸出層", "the output layer"), ("logistic",)),
    Chapter("gates", Words("門控", "gates"), ("vanishing", "output")),
    Chapter("choosing", Words("怎麼選", "choosing"), ("nonlinear", "vanishing", "zero-centred", "output")),
    Chapter("history", Words("歷史", "history"), ("choosing",)),
)
