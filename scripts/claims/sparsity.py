"""Sayings about sparsity: whether ReLU makes a network sparse, what depth does to it, what it saves, and how it differs from dead units."""

import numpy as np

from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation
from mathematics.recorded import recorded
from mathematics.study import study

MOONS = Words(
    "雙月牙九十六個點，照訓練資料標準化；ReLU單元，有偏置，權重照He開始；交叉熵，用全部樣本走三百步，Adam的學習率是百分之一，梯度下降是十分之三；八個種子。",
    "Two moons of ninety-six points, standardised by the training data; ReLU units with biases, from He's start; cross-entropy on all samples for three hundred steps, by Adam at a rate of a hundredth or gradient descent at three tenths; eight seeds.",
)
LEARNED = {"rule": "Adam", "hidden": 4}
CHANGES = (
    Variation("bias", Words("沒有偏置", "No biases"), LEARNED | {"bias": False}),
    Variation("width", Words("每層八個單元", "Eight units a layer"), LEARNED | {"width": 8}),
    Variation("depth", Words("八個隱藏層", "Eight hidden layers"), LEARNED | {"hidden": 8}),
    Variation("inputs", Words("雙螺線", "Two spirals"), LEARNED | {"data": "spirals"}),
    Variation("inputs", Words("每個輸入加$2$", "$2$ added to every input"), LEARNED | {"shift": 2.0}),
    Variation("initialisation", Words("照PyTorch的預設開始", "PyTorch's default start"), LEARNED | {"start": "pytorch"}),
    Variation("optimiser", Words("梯度下降", "Gradient descent"), LEARNED | {"rule": "gradient descent"}),
    Variation("batch", Words("每步十六個樣本", "Batches of sixteen"), LEARNED | {"batch": 16}),
)


# ---- how sparse ------------------------------------------------------------------------------


def mostly_zero(functions, *, least=0.25, when="zeros", **change):
    """Is at least this share of the hidden outputs exactly zero with each of the functions, with some, or with none?"""
    sparse = [study("active_units", f=f, **change)[when].mean() >= least for f in functions]
    return Ruling("holds" if all(sparse) else "conditional" if any(sparse) else "wrong")


relu_makes_sparse = Claim(
    said=Words("ReLU讓一部分輸出為零，網路因而是稀疏的。", "ReLU sets part of the outputs to zero, and so the network is sparse."),
    says="generally",
    rows=("B38", "C19"),
    judge=mostly_zero,
    about=("relu",),
    instead=("gelu",),
    control=Words("換成GELU：沒有一個輸出恰好是零。", "Take GELU instead: not one output is exactly zero."),
    assumes=(
        MOONS,
        Words(
            "「稀疏」是說隱藏層的輸出至少有四分之一恰好是零。這句話本身看訓練之前的八個隱藏層，各種改變看訓練之後的四個隱藏層。",
            "“Sparse” means that at least a quarter of the hidden outputs is exactly zero. The saying itself is tried on eight hidden layers before training, the changes on four after it.",
        ),
    ),
    variations=(
        *(v._replace(given={**v.given, "when": "zeros after"}) for v in CHANGES),
        Variation("range", Words("至少十分之九是零才算稀疏", "Sparse only where at least nine tenths are zero"), {"least": 0.9}),
    ),
    why=Words(
        "一部分輸出恰好是零，這一點到處成立：訓練之前是$[[units_against_paths.zeros:%]]$，訓練之後是$[[units_against_paths.zeros_after:%]]$。稀疏不稀疏，要看門檻定在哪裡。一半是零，離腦科學與數值計算所說的稀疏還很遠。",
        "That part of the outputs is exactly zero is true everywhere: $[[units_against_paths.zeros:%]]$ before training, $[[units_against_paths.zeros_after:%]]$ after it. Whether that is sparse depends on where one draws the line. Half is far from what brain science and numerical computing call sparse.",
    ),
    holds_when=Words("「稀疏」只是說有不少零的時候。", "It holds where “sparse” means no more than a good many zeros."),
    topic="guide/sparsity",
    reads=("glorot2011", "li2023"),
)

activations_make_sparse = Claim(
    said=Words("激活函數帶來稀疏性。", "Activation functions make a network sparse."),
    says="generally",
    rows=("D08",),
    judge=mostly_zero,
    about=("sigmoid", "tanh", "relu", "leaky_relu", "gelu"),
    instead=("relu",),
    control=Words("只問ReLU：那就成立。", "Ask for ReLU alone: then it holds."),
    assumes=(
        MOONS,
        Words(
            "八個隱藏層，每層三十二個單元，還沒訓練。「稀疏」是說隱藏層的輸出至少有四分之一恰好是零；每個函數都如此才算成立，都不是才算錯。",
            "Eight hidden layers of thirty-two units before training. “Sparse” means that at least a quarter of the hidden outputs is exactly zero; the saying holds if that is so with every function, and is wrong if with none.",
        ),
    ),
    variations=(
        Variation("activation", Words("只看Sigmoid與tanh", "The sigmoid and tanh alone"), about=("sigmoid", "tanh")),
        Variation("activation", Words("只看GELU與Leaky ReLU", "GELU and leaky ReLU alone"), about=("gelu", "leaky_relu")),
        Variation("range", Words("至少十分之一是零就算", "A tenth of zeros is enough"), {"least": 0.1}),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "inputs", "initialisation", "optimiser", "batch"),
            Words(
                "恰好是零，要函數在一整段上等於零；這些函數裡只有ReLU如此，網路怎麼改都一樣。",
                "Outputs are exactly zero where the function is zero on a whole stretch; of these only ReLU is, and no change of the network alters that.",
            ),
        ),
    ),
    why=Words(
        "要看是哪一個函數。ReLU在左邊一整段等於零；Sigmoid沒有零，tanh、GELU與Leaky ReLU只在原點等於零。很小不是零：後面的層照樣要乘。",
        "It depends on the function. ReLU is zero on the whole left side; the sigmoid is zero nowhere, and tanh, GELU and leaky ReLU only at the origin. Small is not zero: the next layer multiplies all the same.",
    ),
    holds_when=Words("在一整段上等於零的函數，例如ReLU。", "For functions that are zero on a whole stretch, such as ReLU."),
    topic="guide/sparsity",
)


def halves(what, *, after="", layers=None, **change):
    """Does this rate fall by a factor of two with each layer, to within a factor of two in all?"""
    rate = study("active_units", **change)[what + after].mean(axis=0)[:layers]
    return Ruling("holds" if np.all(np.abs(np.log2(rate / rate[0]) + np.arange(len(rate))) < 1) else "wrong")


activity_halves_with_depth = Claim(
    said=Words("每多$N$層，ReLU單元的激活率就降為$2^{-N}$倍。", "With every $N$ more layers, the share of active ReLU units falls by a factor of $2^N$."),
    says="always",
    rows=("C21",),
    judge=halves,
    about="rate",
    instead="paths",
    control=Words(
        "換成路徑：每一層選一個單元，全部激活的路徑真的逐層減半。",
        "Take paths instead, one unit from each layer: the share with all of them active does halve with every layer.",
    ),
    assumes=(
        MOONS,
        Words(
            "八個隱藏層，每層三十二個單元，還沒訓練，四十個網路的平均；前面各層都與$2^{-N}$相差不到兩倍才算。",
            "Eight hidden layers of thirty-two units before training, the mean of forty networks; every layer has to lie within a factor of two of $2^{-N}$.",
        ),
    ),
    variations=(
        Variation("bias", Words("偏置與權重都隨機，照PyTorch的預設", "Random biases and weights, PyTorch's default"), {"start": "pytorch"}),
        Variation("width", Words("每層三個單元", "Three units a layer"), {"width": 3}),
        Variation("width", Words("每層六十四個單元", "Sixty-four units a layer"), {"width": 64}),
        Variation("depth", Words("只看前四層", "The first four layers alone"), {"layers": 4}),
        Variation("inputs", Words("雙螺線", "Two spirals"), {"data": "spirals"}),
        Variation("inputs", Words("每個輸入加$2$", "$2$ added to every input"), {"shift": 2.0}),
        Variation("initialisation", Words("照Glorot開始", "Glorot's start"), {"start": "glorot"}),
        Variation("optimiser", Words("用Adam訓練之後", "After training by Adam"), LEARNED | {"after": " after"}),
        Variation("optimiser", Words("用梯度下降訓練之後", "After training by gradient descent"), LEARNED | {"rule": "gradient descent", "after": " after"}),
        Variation("batch", Words("用小批次訓練之後", "After training on minibatches"), LEARNED | {"batch": 16, "after": " after"}),
        Variation("form", Words("改數路徑", "Paths counted instead"), about="paths"),
    ),
    immaterial=(Immaterial(("range",), Words("每一層都看了。", "Every layer is looked at.")),),
    why=Words(
        "把單元與路徑混為一談了。單元激活的機率在每一層都是一半：第八層量到$[[units_against_paths.unit_8:%]]$。一條路徑要每一層都激活，機率才是$2^{-N}$：八層是$[[units_against_paths.path_8:2%]]$，量到$[[units_against_paths.measured_8:%]]$。",
        "It takes units for paths. A unit is active with a probability of one half in every layer: $[[units_against_paths.unit_8:%]]$ were measured in the eighth. It is a path, which needs an active unit in every layer, that has $2^{-N}$: for eight layers $[[units_against_paths.path_8:2%]]$, and measured $[[units_against_paths.measured_8:%]]$.",
    ),
    holds_when=Words(
        "對一條給定的路徑成立：權重對稱隨機、偏置是零、輸入不是零，還沒訓練。",
        "It is true of a given path: with symmetric random weights, zero biases and an input that is not zero, before training.",
    ),
    topic="guide/sparsity",
)


# ---- what it saves ---------------------------------------------------------------------------


def saves_time(way, *, width=1024, least=0.2):
    """With this share of inputs active, does the product take less time, by a fifth at least, than the usual product with all of them active?"""
    how, share = way
    ms = recorded("layers")["ms"]["with_zeros"]
    many = how.partition(",")[0]
    return Ruling("holds" if ms[f"{width}, {how}, {share}"] < (1 - least) * ms[f"{width}, {many}, as always, all"] else "wrong")


sparse_is_cheaper = Claim(
    said=Words("稀疏就不必算那麼多，計算因而有效率。", "With sparsity there is less to compute, and so it is efficient."),
    says="generally",
    rows=("C20", "D09"),
    judge=saves_time,
    about=("batch, as always", "half"),
    instead=("one, active columns", "hundredth"),
    control=Words(
        "換一種算法，也換更稀疏的輸入：一次一個樣本，百分之一激活，只拿激活的輸入所對應的權重來乘，真的省時間。",
        "Compute otherwise, and with sparser inputs: one sample at a time, one in a hundred active, only the weights of active inputs multiplied. That does save time.",
    ),
    assumes=(
        Words(
            "一層一千零二十四個輸入與輸出，float32，六十四個樣本，一半的輸入是零；NumPy，一個執行緒，處理器與日期見本章的紀錄。至少省五分之一才算。",
            "One layer of one thousand and twenty-four inputs and outputs, float32, sixty-four samples, half of the inputs zero; NumPy on one thread, processor and date as in the record of the chapter. To count, at least a fifth of the time must be saved.",
        ),
    ),
    variations=(
        Variation("width", Words("寬度二百五十六", "A width of two hundred and fifty-six"), {"width": 256}),
        Variation("batch", Words("一次一個樣本", "One sample at a time"), about=("one, as always", "half")),
        Variation("range", Words("百分之一激活", "One in a hundred active"), about=("batch, as always", "hundredth")),
        Variation("form", Words("稀疏格式，一半激活", "A sparse format, half active"), about=("batch, sparse format", "half")),
        Variation("form", Words("稀疏格式，百分之一激活", "A sparse format, one in a hundred active"), about=("batch, sparse format", "hundredth")),
        Variation(
            "form", Words("一次一個樣本，只取激活的輸入，一半激活", "One sample, active inputs alone, half active"), about=("one, active columns", "half")
        ),
        Variation(
            "form",
            Words("一次一個樣本，只取激活的輸入，十分之一激活", "One sample, active inputs alone, a tenth active"),
            about=("one, active columns", "tenth"),
        ),
    ),
    immaterial=(
        Immaterial(
            ("bias", "depth", "inputs", "initialisation", "optimiser"),
            Words(
                "一層的時間只看有多少零、怎麼算；零從哪裡來都一樣。",
                "The time of a layer depends on how many zeros there are and how one computes; where the zeros come from does not matter.",
            ),
        ),
    ),
    why=Words(
        "少了的是「必須算的」，不是「實際算的」。平常的矩陣乘法遇到零照樣乘：一半是零，時間是全部激活的$[[zeros_and_time.always_half:2]]$倍。要省時間，得用會跳過零的程式，而且零要夠多。",
        "What shrinks is what must be computed, not what is computed. The usual product multiplies by zeros all the same: with half of them zero it takes $[[zeros_and_time.always_half:2]]$ times as long as with none. To save time, the program has to skip zeros, and there have to be enough of them.",
    ),
    holds_when=Words(
        "用會跳過零的程式、零又夠多的時候，例如一次一個樣本、只讀激活單元的權重。",
        "It holds where the program skips zeros and there are enough of them, as for one sample at a time with only the weights of active units read.",
    ),
    topic="guide/sparsity",
    reads=("mirzadeh2023", "li2023"),
)
