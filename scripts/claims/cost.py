"""Sayings about cost: whether exponentials are slow, what ReLU saves, whether that makes it learn faster, handy slopes, and what layers are for."""

from typing import Any

import numpy as np

from activation_functions import ALL, relu
from figures.rate_or_function import at_its_best
from figures.share_of_a_layer import FORWARD, operations
from language.words import Words
from mathematics.claim import ALGEBRA, ASSUMPTIONS, Assumption, Claim, Immaterial, Ruling, Variation
from mathematics.observation import observe
from mathematics.recorded import recorded

NO_NETWORK = Immaterial(
    ("bias", "depth", "inputs", "initialisation", "optimiser"),
    Words(
        "一個元素或一層要算多久，與數值是多少、網路怎麼訓練無關。",
        "How long an element or a layer takes does not depend on what the numbers are, nor on how the network was trained.",
    ),
)


# ---- time ------------------------------------------------------------------------------------


def takes_longer(f, *, than="relu", library="textbook", dtype="float32", layer=0, times=2.0):
    """Does f take at least twice as long: element by element, or, with a width, as part of a layer with its product?"""
    if layer:
        ms = recorded("layers")["ms"]["beside"]
        mine, theirs = (ms[f"{layer}, product"] + ms[f"{layer}, {each}"] for each in (f, than))
    else:
        ns = recorded("speed")["ns"][dtype]
        mine, theirs = (ns[each][f"value {library}"] for each in (f, than))
    return Ruling("holds" if mine >= times * theirs else "wrong")


exponentials_are_slow = Claim(
    said=Words(
        "Sigmoid裡的指數算起來很慢；ReLU只與零比大小，快得多。",
        "The exponential in the sigmoid is slow to compute; ReLU merely compares with zero and is far quicker.",
    ),
    says="generally",
    rows=("A44", "A45", "B27", "C25"),
    judge=takes_longer,
    about="sigmoid",
    instead="abs",
    control=Words(
        "換成絕對值，它也不用指數：時間不到ReLU的兩倍。",
        "Take the absolute value, which needs no exponential either: it takes less than twice the time of ReLU.",
    ),
    assumes=(
        Words(
            "「慢」是至少要ReLU的兩倍時間。時間取自兩份有日期的紀錄，float32，一個執行緒：逐元素的在速度那一頁，一層裡的在本章。這句話本身看NumPy照公式打的程式，逐元素。",
            "“Slow” is at least twice the time of ReLU. Times come from two dated records, in float32 on one thread: element by element from the page about speed, within a layer from this chapter. The saying itself is tried on NumPy code typed by the formula, element by element.",
        ),
    ),
    variations=(
        Variation("precision", Words("float64", "float64"), {"dtype": "float64"}),
        Variation("form", Words("PyTorch，逐元素", "PyTorch, element by element"), {"library": "torch"}),
        Variation("form", Words("PyTorch，float64", "PyTorch, float64"), {"library": "torch", "dtype": "float64"}),
        Variation("activation", Words("PyTorch的tanh", "tanh in PyTorch"), {"library": "torch"}, about="tanh"),
        Variation("width", Words("整個一層，寬度六十四", "A whole layer of width sixty-four"), {"layer": 64}),
        Variation("width", Words("整個一層，寬度一千零二十四", "A whole layer of width one thousand and twenty-four"), {"layer": 1024}),
    ),
    immaterial=(NO_NETWORK, Immaterial(("batch", "range"), Words("元素夠多，每個元素的時間就固定。", "With enough elements the time of each is fixed."))),
    why=Words(
        "逐元素看，float32的Sigmoid在NumPy裡是ReLU的$[[share_of_a_layer.numpy_sigmoid:2]]$倍，在PyTorch裡是$[[share_of_a_layer.torch_sigmoid:2]]$倍。可是一層裡大部分的時間在矩陣乘法：寬度一千零二十四時，Sigmoid只占$[[share_of_a_layer.sigmoid_1024:2%]]$。",
        "Element by element in float32, the sigmoid takes $[[share_of_a_layer.numpy_sigmoid:2]]$ times as long as ReLU in NumPy and $[[share_of_a_layer.torch_sigmoid:2]]$ times in PyTorch. But most of the time of a layer goes into the matrix product: at a width of one thousand and twenty-four the sigmoid has only $[[share_of_a_layer.sigmoid_1024:2%]]$.",
    ),
    holds_when=Words("只比逐元素的時間時成立；看整個一層就不成立。", "It holds of times element by element, and not of a whole layer."),
    topic="guide/cost",
)


def saves_much(width, *, by="operations", least=0.1):
    """Does ReLU in the place of the sigmoid save a tenth of a layer with so many inputs: of its operations, or of its time?"""
    if by == "time":
        ms = recorded("layers")["ms"]["beside"]
        whole = {f: ms[f"{width}, product"] + ms[f"{width}, {f}"] for f in ("sigmoid", "relu")}
    else:
        whole = {f: 2 * width + sum(operations(FORWARD[f])) for f in ("sigmoid", "relu")}
    return Ruling("holds" if 1 - whole["relu"] / whole["sigmoid"] >= least else "wrong")


relu_saves_much = Claim(
    said=Words("改用ReLU可以省下大量計算。", "To use ReLU instead saves a great deal of computation."),
    says="generally",
    rows=("B35",),
    judge=saves_much,
    about=1024,
    instead=8,
    control=Words("換成只有八個輸入的單元：省下的運算超過十分之一。", "Take units with only eight inputs: more than a tenth of the operations is saved."),
    assumes=(
        Words(
            "一個全連接層，每個輸出對每個輸入做一次乘法與一次加法；Sigmoid換成ReLU。「大量」是整層的十分之一以上。這句話本身數運算，輸入有一千零二十四個。",
            "A fully connected layer, with one product and one addition for each input of each output; ReLU in the place of the sigmoid. “A great deal” is a tenth of the layer at least. The saying itself counts operations, for one thousand and twenty-four inputs.",
        ),
    ),
    variations=(
        Variation("width", Words("六十四個輸入", "Sixty-four inputs"), about=64),
        Variation("form", Words("改看時間，寬度一千零二十四", "Time instead, at a width of one thousand and twenty-four"), {"by": "time"}),
        Variation("form", Words("改看時間，寬度六十四", "Time instead, at a width of sixty-four"), {"by": "time"}, about=64),
        Variation("range", Words("百分之一就算大量", "A hundredth is a great deal"), {"least": 0.01}),
    ),
    immaterial=(
        NO_NETWORK,
        Immaterial(
            ("batch",), Words("層的運算與激活的運算都隨樣本數一起增加。", "The operations of the product and of the activation grow with the samples alike.")
        ),
    ),
    why=Words(
        "一個輸出要對每個輸入做一次乘加，激活函數卻只算一次。一千零二十四個輸入時，Sigmoid只占運算的$[[share_of_a_layer.counted_sigmoid_1024:2%]]$，全部省掉也只有這麼多。窄的層裡，每個元素的固定花費就看得出來。",
        "An output takes one multiply-add for each input and its activation only once. With one thousand and twenty-four inputs the sigmoid is $[[share_of_a_layer.counted_sigmoid_1024:2%]]$ of the operations, and saving all of it saves no more. In narrow layers the cost of each element shows.",
    ),
    holds_when=Words("在很窄的層，或不做矩陣乘法的小晶片上。", "In very narrow layers, or where no large product is made."),
    topic="guide/cost",
)


# ---- cheaper steps are not fewer steps -------------------------------------------------------


def surely_fewer(f, than, **change):
    """After equally many steps at its own best rate, does f make fewer errors on unseen points, by more than two standard errors?"""
    gap = at_its_best(than, **change) - at_its_best(f, **change)
    return bool(gap.mean() > 2 * gap.std(ddof=1) / np.sqrt(len(gap)))


SPIRALS = Words(
    "兩條螺線的分類：兩個隱藏層各十六個單元、有偏置，權重的變異數是$2/(n+m)$，Adam，全批次，一百二十步；學習率取七個，各由驗證點選最好的；五個種子。步數相同，沒看過的點判錯的比例少了兩個標準誤以上，才算學得快。",
    "Two spirals to be told apart: two hidden layers of sixteen units, biases, weights of variance $2/(n+m)$, Adam on the full batch, one hundred and twenty steps; of seven rates the best for each by validation; five seeds. Faster means fewer errors on unseen points after equally many steps, by over two standard errors.",
)
AGAINST_TANH: tuple[tuple[Assumption, Words, dict[str, Any]], ...] = (
    ("bias", Words("只與tanh比，沒有偏置", "Against tanh alone, no biases"), {"bias": False}),
    ("width", Words("只與tanh比，每層三十二個單元", "Against tanh alone, thirty-two units a layer"), {"width": 32}),
    ("depth", Words("只與tanh比，四個隱藏層", "Against tanh alone, four hidden layers"), {"hidden": 4}),
    ("inputs", Words("只與tanh比，兩個交錯的半圓", "Against tanh alone, two interleaved half circles"), {"data": "moons"}),
    ("initialisation", Words("只與tanh比，權重的變異數是$2/n$", "Against tanh alone, weights of variance $2/n$"), {"start": "he"}),
    ("optimiser", Words("只與tanh比，動量", "Against tanh alone, momentum"), {"rule": "momentum"}),
    ("batch", Words("只與tanh比，批次大小三十二", "Against tanh alone, batches of thirty-two"), {"batch": 32}),
)
RATES_CHOSEN = Immaterial(("range",), Words("每個函數都從同一組七個學習率裡選。", "Each function chooses from the same seven learning rates."))


def needs_fewer_steps(others, *, f="relu", **change):
    """Does f learn faster than all of these, than some, or than none?"""
    faster = [surely_fewer(f, other, **change) for other in others]
    return Ruling("holds" if all(faster) else "conditional" if any(faster) else "wrong", {f: observe(at_its_best(f, **change))})


relu_converges_faster = Claim(
    said=Words("ReLU收斂得比Sigmoid和tanh快得多。", "ReLU converges far more quickly than the sigmoid and tanh."),
    says="generally",
    rows=("C26",),
    judge=needs_fewer_steps,
    about=("sigmoid", "tanh"),
    instead=("sigmoid",),
    control=Words("只與Sigmoid比：用同樣的步數，ReLU真的好得多。", "Against the sigmoid alone: with equally many steps ReLU does far better indeed."),
    assumes=(SPIRALS,),
    variations=tuple(Variation(of, words, given, about=("tanh",)) for of, words, given in AGAINST_TANH),
    immaterial=(RATES_CHOSEN,),
    why=Words(
        "要看與誰比。學習率各自選好、步數相同，ReLU判錯$[[rate_or_function.relu:%]]$，Sigmoid是$[[rate_or_function.sigmoid:%]]$，tanh是$[[rate_or_function.tanh:%]]$。快過Sigmoid；快不快得過tanh，隨設定而變。",
        "It depends on the other. With the rate of each well chosen and equally many steps ReLU makes $[[rate_or_function.relu:%]]$ errors, the sigmoid $[[rate_or_function.sigmoid:%]]$ and tanh $[[rate_or_function.tanh:%]]$. It is faster than the sigmoid; whether it is faster than tanh changes with the setting.",
    ),
    holds_when=Words("與Sigmoid比時成立；與tanh比，只在某些設定裡。", "Against the sigmoid it holds; against tanh, in some settings alone."),
    topic="guide/cost",
    reads=("krizhevsky2012",),
)
cheap_is_not_quick_to_learn = Claim(
    said=Words("ReLU不算指數，所以學得比較快。", "ReLU computes no exponential, and so it learns faster."),
    says="definition",
    rows=("D42", "D51"),
    judge=needs_fewer_steps,
    about=("sigmoid", "tanh", "elu", "gelu", "silu"),
    instead=("sigmoid",),
    control=Words(
        "只與Sigmoid比：它真的學得慢，但那是因為兩端飽和，而且不是零中心。",
        "Against the sigmoid alone: it does learn more slowly, but because it saturates and is not zero-centred.",
    ),
    assumes=(
        SPIRALS,
        Words(
            "原因若是指數，凡是要算指數的函數都該學得比ReLU慢。", "If exponentials were the cause, every function with one would learn more slowly than ReLU."
        ),
    ),
    variations=tuple(Variation(of, words, given, about=("tanh",)) for of, words, given in AGAINST_TANH),
    immaterial=(RATES_CHOSEN,),
    why=Words(
        "一步花多少時間，與要走幾步，是兩回事。指數算得慢，改變的是前者；梯度的大小與方向才決定後者。ELU、GELU與SiLU都要算指數，步數相同時與ReLU的差別都在種子的起伏之內：GELU判錯$[[rate_or_function.gelu:%]]$，ReLU是$[[rate_or_function.relu:%]]$。",
        "How long a step takes and how many steps are needed are two things. Slow exponentials change the first; the size and direction of gradients decide the second. ELU, GELU and SiLU all compute exponentials, and with equally many steps they differ from ReLU by less than the spread of the seeds: GELU makes $[[rate_or_function.gelu:%]]$ errors, ReLU $[[rate_or_function.relu:%]]$.",
    ),
    holds_when=Words(
        "較弱而真的一句：不算指數，同樣多的步數花的時間可能少一些。",
        "A weaker sentence is true: without exponentials the same number of steps may take somewhat less time.",
    ),
    topic="guide/cost",
)
linear_learns_faster = Claim(
    said=Words("ReLU學得快，可能因為它線性而且不飽和。", "ReLU learns quickly, perhaps because it is linear and does not saturate."),
    says="generally",
    rows=("D41",),
    judge=needs_fewer_steps,
    about=("sigmoid", "tanh"),
    instead=("sigmoid",),
    control=Words("只與Sigmoid比：不飽和的ReLU真的學得快。", "Against the sigmoid alone: ReLU, which does not saturate, learns faster indeed."),
    assumes=(
        SPIRALS,
        Words(
            "Sigmoid與tanh兩端都飽和。原因若是飽和，ReLU該比兩者都快。",
            "The sigmoid and tanh saturate at both ends. If saturation were the cause, ReLU would be faster than both.",
        ),
    ),
    variations=tuple(Variation(of, words, given, about=("tanh",)) for of, words, given in AGAINST_TANH),
    immaterial=(RATES_CHOSEN,),
    why=Words(
        "tanh與Sigmoid一樣兩端飽和，卻學得與ReLU差不多快。飽和會拖慢，但不能單靠它解釋。",
        "tanh saturates at both ends as the sigmoid does, and still learns about as fast as ReLU. Saturation slows learning down, but alone does not explain it.",
    ),
    holds_when=Words(
        "很深、沒有殘差連結的網路裡，飽和的函數確實比較難學。",
        "In very deep networks without residual connections, saturating functions are harder to train indeed.",
    ),
    topic="guide/cost",
)


# ---- slopes and layers -----------------------------------------------------------------------

FROM_VALUE = {"sigmoid": lambda s: s * (1 - s), "tanh": lambda t: 1 - t * t, "relu": lambda a: (a > 0) * 1.0}


def slope_from_value(f, *, dtype=np.float64, reach=8.0):
    """Does one subtraction and one product on the value give the slope, to within a thousandth?"""
    x = np.linspace(-reach, reach, 2001)
    value = ALL[f](x).astype(dtype)
    if f not in FROM_VALUE:  # a function that falls and rises takes a value twice, with different slopes
        return Ruling("wrong" if np.any(np.diff(value) < 0) and np.any(np.diff(value) > 0) else "holds")
    right = ALL[f].derivative(x)
    return Ruling("holds" if np.all(np.abs(FROM_VALUE[f](value) - right) <= 1e-3 * right) else "wrong")


slope_from_value_is_handy = Claim(
    said=Words(
        "Sigmoid的導數能用函數值自己表示，算起來方便。", "The derivative of the sigmoid is expressed by its own value, which makes it handy to compute."
    ),
    says="generally",
    rows=("D13", "D23"),
    judge=slope_from_value,
    about="sigmoid",
    instead="gelu",
    control=Words(
        "換成GELU：它先降後升，同一個值有兩個不同的斜率，光看值算不出來。",
        "Take GELU: it falls and then rises, so that one value has two slopes, and the value alone does not tell.",
    ),
    assumes=(
        Words(
            "由算好的值$s$算$s(1-s)$；$|x|\\le 8$，float64，與真正的斜率相差不到千分之一才算。",
            "The slope is $s(1-s)$ of a value $s$ that is already there; $|x|\\le 8$, float64, and it counts to within a thousandth of the true slope.",
        ),
    ),
    variations=(
        Variation("activation", Words("換成tanh：$1-t^2$", "tanh instead: $1-t^2$"), about="tanh"),
        Variation("range", Words("$|x|\\le 20$，float64", "$|x|\\le 20$, float64"), {"reach": 20.0}),
        Variation("precision", Words("$|x|\\le 20$，float32", "$|x|\\le 20$, float32"), {"reach": 20.0, "dtype": np.float32}),
    ),
    immaterial=(Immaterial(tuple(each for each in ASSUMPTIONS if each != "range"), ALGEBRA.why),),
    why=Words(
        "前向已經算好$s$，反向只要一次減法、一次乘法，時間是重算的$[[share_of_a_layer.kept_sigmoid:2]]$倍。代價在右邊的尾端：$s$捨入成$1$以後，$1-s$就是零，斜率的位數全丟了。",
        "The way forward has $s$ already; the way back takes one subtraction and one product, $[[share_of_a_layer.kept_sigmoid:2]]$ times as long as computing it anew. The price is paid in the right tail: once $s$ rounds to $1$, $1-s$ is zero, and all digits of the slope are gone.",
    ),
    holds_when=Words("$s$還沒捨入成$1$的時候。", "As long as $s$ has not rounded to $1$."),
    topic="guide/cost",
)


def pieces(layers):
    """Linear pieces of a tent with two ReLU units, folded into itself so many times."""
    x = np.linspace(0, 1, 2**10 + 1)
    for _ in range(layers):
        x = 2 * relu(x) - 4 * relu(x - 0.5)
    return 1 + np.count_nonzero(np.diff(np.sign(np.diff(x))))


def efficiency_is_all(pair, *, width=1024, many="batch", look="time"):
    """Does one matrix take at most half the time of unit by unit; or, by pieces, do layers give no more than as many units side by side?"""
    if look == "pieces":
        return Ruling("holds" if pieces(5) <= 1 + 2 * 5 else "wrong")  # ten units side by side have ten kinks at most
    ms = recorded("layers")["ms"]["together"]
    mine, theirs = (ms[f"{width}, {many}, {how}"] for how in pair)
    return Ruling("holds" if mine <= theirs / 2 else "wrong")


layers_are_for_matrices = Claim(
    said=Words("分層是為了能用矩陣有效率地計算。", "Layers are there so that matrices make the computation efficient."),
    says="generally",
    rows=("D66",),
    judge=efficiency_is_all,
    about=("one matrix", "unit by unit"),
    instead=("unit by unit", "one matrix"),
    control=Words("反過來問一個一個單元算是不是快得多：不是。", "Ask the reverse, whether unit by unit is much faster: it is not."),
    assumes=(
        Words(
            "一層一千零二十四個單元與輸入，六十四個樣本，float32，NumPy，一個執行緒，時間取自本章的紀錄；一個矩陣的時間不到一個一個單元算的一半才算有效率。",
            "One layer of one thousand and twenty-four units and inputs, sixty-four samples, float32, NumPy on one thread, times from the record of this chapter; efficient is at most half the time of computing unit by unit.",
        ),
    ),
    variations=(
        Variation("width", Words("寬度六十四", "A width of sixty-four"), {"width": 64}),
        Variation("batch", Words("一次一個樣本", "One sample at a time"), {"many": "one"}),
        Variation(
            "depth",
            Words("若只為了效率，五層就不該比同樣多單元的一層能做更多", "If efficiency were all, five layers should do no more than as many units in one"),
            {"look": "pieces"},
        ),
    ),
    immaterial=(
        Immaterial(
            ("bias", "inputs", "initialisation", "optimiser", "range"),
            Words("時間與數值是多少、怎麼訓練無關。", "Times do not depend on what the numbers are, nor on training."),
        ),
    ),
    why=Words(
        "同一層的單元互不等待，可以合成一次矩陣乘法，時間只要一個一個算的$[[share_of_a_layer.together_1024:2]]$倍：這一半對。但分層還改變了能算什麼：每層兩個單元、疊五層，折出三十二段；十個單元排成一層，最多十一段。",
        "Units of one layer do not wait for each other and make one matrix product, which takes $[[share_of_a_layer.together_1024:2]]$ times as long as one by one: that half is right. But layers also change what can be computed: two units a layer, five layers deep, fold into thirty-two pieces; ten units in one layer have eleven at most.",
    ),
    holds_when=Words(
        "就一層之內而言成立；為什麼要有許多層，另有理由。", "It holds of what happens within one layer; that there are many layers has other reasons."
    ),
    topic="guide/cost",
)
