"""Sayings about the early days: which functions networks had, whether saturation held deep learning back, and a work referred to."""

import numpy as np

from language import citation
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation
from mathematics.study import study

IN_USE = {
    "householder1941": {"relu"},
    "mcculloch1943": {"step"},
    "rosenblatt1958": {"step"},
    "fukushima1969": {"relu"},
    "fukushima1975": {"relu"},
    "rumelhart1986": {"sigmoid"},
    "broomhead1988": {"gaussian"},
    "lecun1998": {"sigmoid", "tanh"},
    "hinton2006": {"sigmoid"},
    "glorot2010": {"sigmoid", "tanh"},
    "glorot2011": {"sigmoid", "tanh"},
    "krizhevsky2012": {"sigmoid", "tanh"},
}
"""The functions that each work has in its units or weighs against each other; of those since 2010 the ones they find in use, not what they propose instead."""

TESTIMONY = Words(
    "書目裡談網路的幾篇文獻，各看它用什麼函數，或說當時慣用什麼；年份取自書目。這些是證詞，不是統計：我們找不到誰數過當時的網路。",
    "Works on networks in the bibliography, each by the function it has or by those it calls usual; the years are those of the bibliography. This is testimony and no count: we found nobody who counted the networks of the time.",
)
READ_ONLY = Immaterial(
    ("bias", "width", "depth", "inputs", "initialisation", "optimiser", "batch"),
    Words("這句話只談文獻，沒有網路。", "The saying is about the literature; there is no network."),
)


def _of(since, until):
    return [had for key, had in IN_USE.items() if since <= citation.year(key) <= until]


def had_most(names, *, since=1986, until=2012):
    """Of the works of these years, have more than half nothing but these functions?"""
    found = [had <= set(names) for had in _of(since, until)]
    return Ruling("holds" if 2 * sum(found) > len(found) else "wrong")


classical_networks_had_logistic_and_tanh = Claim(
    said=Words("傳統神經網路的核心是邏輯函數與雙曲正切。", "The logistic function and tanh were at the heart of classical neural networks."),
    says="generally",
    rows=("A19",),
    judge=had_most,
    about=("sigmoid", "tanh"),
    instead=("step", "relu"),
    control=Words("換成階梯與折線：那是更早的網路。", "Say the step and the hinge instead: those were of earlier networks."),
    assumes=(
        TESTIMONY,
        Words(
            "「傳統」由反向傳播流行的那一年算起，到ReLU流行為止；「核心」是說這些文獻一半以上只有這兩個。",
            "“Classical” is from the year in which backpropagation became popular until ReLU did; “at the heart” means that more than half of these works have nothing but the two.",
        ),
    ),
    variations=(
        Variation("range", Words("只看反向傳播流行之前", "Only before backpropagation was popular"), {"since": 1941, "until": 1985}),
        Variation("range", Words("由最早的神經模型算起", "From the first models of nerves on"), {"since": 1941}),
        Variation("range", Words("只看最後七年", "Only the last seven years"), {"since": 2006}),
    ),
    immaterial=(READ_ONLY,),
    why=Words(
        "要看「傳統」從哪裡算起。反向傳播流行之後到ReLU流行之前，確實多半是這兩個；AlexNet的論文還把它們稱為標準的作法。更早的網路不是：McCulloch與Pitts、Rosenblatt用階梯，Householder與Fukushima用折線。同一時期也有徑向基函數的網路。",
        "It depends on where “classical” begins. Between the rise of backpropagation and that of ReLU it was mostly these two, and the AlexNet paper calls them the standard way. Earlier networks had others: McCulloch and Pitts, and Rosenblatt, the step; Householder and Fukushima the hinge. And at the same time there were networks of radial basis functions.",
    ),
    holds_when=Words("說用反向傳播訓練的網路，在ReLU流行之前。", "Of networks trained by backpropagation, before ReLU was popular."),
    topic="guide/history",
    reads=("mcculloch1943", "fukushima1969", "rumelhart1986", "broomhead1988", "lecun1998", "krizhevsky2012"),
)


def stands_alone(names, *, since=2006, until=2012):
    """Of the works of these years, does every one speak of these functions and no other? Where only some do, some of them bear it out."""
    found = [had <= set(names) for had in _of(since, until)]
    return Ruling("holds" if all(found) else "conditional" if any(found) else "wrong")


sigmoid_led_early_deep_learning = Claim(
    said=Words("深度學習早期，用得最多的激活函數是Sigmoid。", "In the early days of deep learning the sigmoid was the most used activation."),
    says="generally",
    rows=("A24",),
    judge=stands_alone,
    about=("sigmoid",),
    instead=("sigmoid", "tanh"),
    control=Words("說Sigmoid與tanh：那就對了。", "Say the sigmoid and tanh: then it is right."),
    assumes=(
        TESTIMONY,
        Words(
            "「早期」由深度信念網路算起，到AlexNet為止；Sigmoid是邏輯函數。沒有人數過，所以只問：當時的文獻提到的，是不是只有它。",
            "“Early days” run from deep belief nets to AlexNet; the sigmoid is the logistic function. As nobody counted, the question is only whether it is the one that works of the time speak of.",
        ),
    ),
    variations=(
        Variation("range", Words("由反向傳播流行算起", "From the rise of backpropagation on"), {"since": 1986}),
        Variation("range", Words("只看最後三年", "Only the last three years"), {"since": 2010}),
        Variation("form", Words("S形的函數都算Sigmoid", "Every S-shaped function counts as a sigmoid"), about=("sigmoid", "tanh", "softsign", "hard_tanh")),
    ),
    immaterial=(READ_ONLY,),
    why=Words(
        "深度信念網路的單元用邏輯函數；後來的幾篇都把邏輯函數與tanh並列為當時慣用的。哪一個多，我們找不到誰數過。英文的sigmoid有時泛指S形的函數，tanh也算在內，那樣說就對。",
        "The units of deep belief nets had the logistic function; the later works name it and tanh side by side as what was usual. Which of the two was used more we found nobody to have counted. And sigmoid sometimes means any S-shaped function, tanh among them; said of those, it is right.",
    ),
    holds_when=Words("Sigmoid若指所有S形的函數，成立。", "It holds if sigmoid means every S-shaped function."),
    topic="guide/history",
    reads=("hinton2006", "glorot2010", "glorot2011", "krizhevsky2012"),
)


def held_back(way):
    """With sigmoids all the same, do five layers learn less than nine points in ten, or fifty layers lose all but a thousandth of the gradient?"""
    if "start" in way:
        return Ruling("holds" if np.median(study("five_sigmoid_layers", **way)["accuracy"][:, -1]) < 0.9 else "wrong")
    return Ruling("holds" if np.median(study("residual_and_normalised", f="sigmoid", **way)["exponents"][:, -1]) < -3 else "wrong")


saturation_held_deep_learning_back = Claim(
    said=Words("飽和使梯度消失，深度學習因此停滯了幾十年。", "Saturation makes gradients vanish, and that kept deep learning back for decades."),
    says="generally",
    rows=("A30", "B22"),
    judge=held_back,
    about={"start": "pytorch"},
    instead={"start": 4.0},
    control=Words(
        "同樣的五層Sigmoid，初始權重的標準差改成$4/\\sqrt{n}$：學會了。",
        "The same five layers of sigmoids, with initial weights of standard deviation $4/\\sqrt{n}$: they learn.",
    ),
    assumes=(
        Words(
            "歷史不能重來，這裡只問：函數不換，換了別的，還學不學得會。先看雙月牙，五個隱藏層各十六個Sigmoid單元，照PyTorch線性層的預設開始，沒有動量的SGD；五個種子，看準確率的中位數有沒有九成。",
            "History cannot be run again. The question is only: with the function kept and something else changed, can it be learned? First two moons, five hidden layers of sixteen sigmoids, from the default start of PyTorch's linear layers, by SGD without momentum; five seeds, and whether the median of the accuracies reaches nine in ten.",
        ),
        Words(
            "再看訓練之前五十層、每層一百個單元的梯度：第一層有沒有最後一層的千分之一，六個種子取中位數。",
            "Then the gradient before training in fifty layers of a hundred units: has the first layer a thousandth of the last one's? The median of six seeds.",
        ),
    ),
    variations=(
        Variation("initialisation", Words("初始權重的標準差$1/\\sqrt{n}$", "Initial weights of standard deviation $1/\\sqrt{n}$"), about={"start": 1.0}),
        Variation(
            "form",
            Words("標準差$4/\\sqrt{n}$，輸出再減去$\\frac{1}{2}$", "Standard deviation $4/\\sqrt{n}$, and $\\frac{1}{2}$ subtracted from every output"),
            about={"start": 4.0, "minus": 0.5},
        ),
        Variation("depth", Words("五十層的梯度，什麼也不加", "The gradient in fifty layers, with nothing added"), about={}),
        Variation("form", Words("五十層，加上殘差連接", "Fifty layers, with residual connections"), about={"residual": True}),
        Variation("form", Words("五十層，加上批次正規化", "Fifty layers, with batch normalisation"), about={"normalised": True}),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "inputs", "optimiser", "batch", "range"),
            Words(
                "一種改法救得回來，就說明不是非怪函數不可；別的設定改變不了這一點。",
                "One change that helps shows that the function alone is not to blame; no other setting can undo that.",
            ),
        ),
    ),
    why=Words(
        "它是原因之一，不是唯一的一個。從太小的權重開始，五層Sigmoid確實學不會，五十層的第一層只有最後一層梯度的$10^{[[residual_and_normalised.sigmoid_plain]]}$。可是同樣的Sigmoid，換一組初始權重就學會；加上殘差連接或批次正規化，梯度就留得住。而且權重太小的時候，單元並不飽和：預激活值靠近零，斜率正是最大，只是最大也不過四分之一。Cireşan等人說，他們的普通深層網路要的只是許多層、許多單元、許多變形過的影像與GPU，方法還是老的反向傳播。資料、計算與初始權重都是障礙，不能只怪飽和。",
        "It was one cause, and not the only one. From weights that are too small, five layers of sigmoids do not learn indeed, and in fifty layers the first has only $10^{[[residual_and_normalised.sigmoid_plain]]}$ of the last one's gradient. But the same sigmoids learn from other initial weights, and with residual connections or batch normalisation the gradient is kept. Nor are units saturated when weights are too small: pre-activations are near zero, where the slope is largest, and the largest is a quarter. Cireşan and others say that all their plain deep networks needed was many layers and units, many deformed images and graphics cards; the method was the old backpropagation. Data, computing and initial weights stood in the way too, and not saturation alone.",
    ),
    holds_when=Words("說它是障礙之一，成立。", "It holds of saturation as one of the obstacles."),
    topic="guide/vanishing",
    reads=("hochreiter1991", "glorot2010", "ciresan2010", "pennington2017"),
)


def is_listed(work, *, form=str):
    """Does the bibliography have this work, confirmed, with this year, and these words in its reference?"""
    key, year, words = work
    entry = form(citation.reference(key, "en"))
    return Ruling("holds" if citation.certainty(key) == "confirmed" and citation.year(key) == year and all(form(word) in entry for word in words) else "wrong")


efficient_backprop_is_of_1998 = Claim(
    said=Words("〈Efficient BackProp〉是LeCun等人1998年的文章。", "Efficient BackProp is a paper of 1998 by LeCun and others."),
    says="definition",
    rows=("E18",),
    judge=is_listed,
    about=("lecun1998", 1998, ("LeCun", "Efficient BackProp")),
    instead=("lecun1998", 1998, ("Rumelhart", "Efficient BackProp")),
    control=Words("換一個作者，Rumelhart：不是。", "Name another author, Rumelhart: it is not so."),
    assumes=(
        Words(
            "與核對過的書目比：有沒有這篇文章，作者、年份與題目對不對。",
            "It is compared with the bibliography, whose entry has been checked: is there such a work, with this author, year and title?",
        ),
    ),
    variations=(Variation("form", Words("不分大小寫", "Capitals do not count"), {"form": str.lower}),),
    immaterial=(Immaterial((*READ_ONLY.what, "range"), READ_ONLY.why),),
    why=Words(
        "文章確實有，收在一本論文集裡。它談怎樣讓反向傳播訓練得快：輸入要平移縮放，初始權重要看輸入的個數，並且建議用tanh而不是邏輯函數。它不是tanh的由來，也早於ReLU的流行，所以沒有談今天常用的函數。",
        "The work exists, as a chapter of a book of collected papers. It is about making backpropagation train fast: inputs are to be shifted and scaled, initial weights to follow the number of inputs, and it advises tanh in the place of the logistic function. It is not the origin of tanh, and as it is older than the popularity of ReLU it does not speak of the functions usual today.",
    ),
    holds_when=Words("成立；讀的時候記得它的年代。", "It holds; read it with its date in mind."),
    topic="guide/history",
    reads=("lecun1998",),
)
