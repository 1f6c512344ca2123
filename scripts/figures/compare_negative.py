"""What is left on the negative side: ReLU, PReLU, ELU and SELU."""

from activation_functions import elu, prelu, relu, selu
from figures.compare_smooth import side_by_side
from language.words import Words

title = Words("右側幾乎一樣，左側留下的斜率各不相同", "Alike on the right; on the left each keeps a different slope")
caption = Words(
    "ReLU、PReLU（參數取預設值$[[prelu.alpha]]$）、ELU與SELU；左圖是函數值，右圖是導數。",
    "ReLU, PReLU (with its default parameter, $[[prelu.alpha]]$), ELU and SELU: values on the left, derivatives on the right.",
)
alt = Words(
    "左：右側四條線貼近對角線，左側ReLU是零，PReLU是一條斜線，ELU與SELU趨近各自的下界。右：除了ELU，斜率在零處都有跳躍。",
    "Left: on the right four lines keep close to the diagonal; on the left ReLU is zero, PReLU a sloping line, and ELU and SELU approach a lower bound each. Right: every slope but that of ELU jumps at zero.",
)
description = Words(
    "ELU的下界是$[[elu.lower]]$，SELU的是$[[selu.lower]]$。在$x=-3$，斜率依序是$[[relu.derivative(-3):2]]$、$[[prelu.derivative(-3):2]]$、$[[elu.derivative(-3):2]]$與$[[selu.derivative(-3):2]]$。",
    "ELU is bounded below by $[[elu.lower]]$, SELU by $[[selu.lower]]$. At $x = -3$ the slopes are $[[relu.derivative(-3):2]]$, $[[prelu.derivative(-3):2]]$, $[[elu.derivative(-3):2]]$ and $[[selu.derivative(-3):2]]$.",
)
panels = 2


def holds(drawn):
    functions = (relu, prelu, elu, selu)
    smooth = [f.id for f in functions if f.derivative(0.0) == f.derivative(1e-300)]
    return {
        Words("右側幾乎一樣", "Alike on the right"): all(abs(f(3.0) - 3) < 0.2 for f in functions),
        Words("左側留下的斜率各不相同", "on the left each keeps a different slope"): len({f.derivative(-3.0) for f in functions}) == len(functions),
        Words("除了ELU，斜率在零處都有跳躍", "every slope but that of ELU jumps at zero"): smooth == ["elu"],
    }


def draw(axes, pen):
    side_by_side(axes, pen, (relu, prelu, elu, selu), 4, ((-2, 3.4), (-0.1, 1.9)), ([-1, 0, 1, 2, 3], [0, 1]))
