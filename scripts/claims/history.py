"""Sayings about who came first: when ReLU, softplus and tanh appeared, which functions came before the others, what the perceptron was."""

from fractions import Fraction

import numpy as np

from activation_functions import abs as size
from activation_functions import arctan, erf, identity, sigmoid, softsign, step, tanh
from figures.timeline import events, first
from language.words import Words
from mathematics.claim import ALGEBRA, Assumption, Claim, Immaterial, Ruling, Variation
from mathematics.recorded import recorded

RECORD = Words(
    "年份取自各函數的紀錄與參考文獻：提出、命名、普及、使用或研究各算一件，文獻有沒有核對過寫在時間表裡。找不到更早的文獻，不等於沒有。",
    "The years are those of the functions' records and of the bibliography: introducing, naming, making popular, and using or studying count one each, and the timeline says which works have been checked. That no earlier work was found does not mean that there is none.",
)
DATES: tuple[Assumption, ...] = ("bias", "width", "depth", "inputs", "initialisation", "optimiser", "batch")
ONLY_DATES = Immaterial(DATES, Words("這句話只談年份，沒有網路。", "The saying is about years; there is no network."))


def began(parts, *, f="relu", year=2011, within=1):
    """Is the earliest work in which the function played one of these parts of about this year?"""
    found = first(f, *parts)
    return Ruling("holds" if abs(found - year) <= within else "wrong", {"found": found})


relu_began_in_2011 = Claim(
    said=Words("ReLU大約在2011年問世。", "ReLU came into being around 2011."),
    says="definition",
    rows=("D47",),
    judge=began,
    about=("introduced", "named", "studied", "popularised"),
    instead=("popularised",),
    control=Words("改問什麼時候流行：那就對了。", "Ask when it became popular: then it is right."),
    assumes=(RECORD,),
    variations=(
        Variation("range", Words("前後五年都算", "Five years earlier or later count"), {"within": 5}),
        Variation("form", Words("只問誰提出", "Only who introduced it"), about=("introduced",)),
        Variation("form", Words("只問誰命名", "Only who named it"), about=("named",)),
    ),
    immaterial=(ONLY_DATES,),
    why=Words(
        "紀錄裡最早的是$[[relu_began_in_2011.found]]$年：Householder用它描述神經纖維；Fukushima在$[[timeline.fukushima1969]]$年用在看圖形的網路裡。ReLU這個名稱是$[[timeline.nair2010]]$年才有的，流行在$[[timeline.glorot2011]]$年前後。",
        "The earliest in the record is of $[[relu_began_in_2011.found]]$: Householder described nerve fibres by it, and Fukushima had it in a network that looks at figures in $[[timeline.fukushima1969]]$. The name ReLU dates from $[[timeline.nair2010]]$, its popularity from about $[[timeline.glorot2011]]$.",
    ),
    holds_when=Words("說它的名稱，或它在深度學習裡流行。", "Of its name, or of its popularity in deep learning."),
    topic="guide/history",
    reads=("householder1941", "fukushima1969", "hahnloser2000", "jarrett2009", "nair2010", "glorot2011"),
)


def introduced_by(keys, *, f="softplus", year=2001):
    """Does the record name each of these works as introducing the function in that year? Where only some, half of it is true."""
    known = {event.key for event in events() if event.function == f and event.part == "introduced" and event.year == year}
    return Ruling("holds" if known >= set(keys) else "conditional" if known & set(keys) else "wrong")


softplus_is_of_dayan_and_abbott = Claim(
    said=Words(
        "Softplus出自2001年Dayan與Abbott，同年Dugas等人也提出。", "Softplus goes back to Dayan and Abbott in 2001, and to Dugas and others that same year."
    ),
    says="generally",
    rows=("X1",),
    judge=introduced_by,
    about=("dayan2001", "dugas2001"),
    instead=("dugas2001",),
    control=Words("只說Dugas等人：那就對了。", "Name only Dugas and others: then it is right."),
    assumes=(RECORD,),
    variations=(
        Variation("form", Words("只說Dayan與Abbott", "Name only Dayan and Abbott"), about=("dayan2001",)),
        Variation("range", Words("算會議的年份，而不是論文集的", "The year of the conference, not of the volume"), {"year": 2000}),
    ),
    immaterial=(ONLY_DATES,),
    why=Words(
        "Dugas等人的論文確實提出這個式子，會議在前一年，論文集在$[[timeline.dugas2001]]$年。Dayan與Abbott的書是同一年的神經科學教科書；我們找不到它寫出$\\ln(1+e^x)$的證據，所以紀錄裡沒有它。書上若真有，請告訴我們頁碼。",
        "The paper of Dugas and others does introduce the formula; the conference was the year before, the volume of $[[timeline.dugas2001]]$. Dayan and Abbott's book is a textbook of neuroscience of the same year; we found no evidence that it has $\\ln(1+e^x)$, so the record leaves it out. If it has, please tell us the page.",
    ),
    holds_when=Words("就Dugas等人而言成立。", "It holds of Dugas and others."),
    topic="guide/history",
    reads=("dugas2001", "dayan2001", "glorot2011"),
)


def came_first(names, *, networks=True, rivals=("step", "relu", "sigmoid", "tanh", "softmax")):
    """Is the earliest function of the record one of these? `networks` leaves out works about populations of people and gases."""
    years = {f: first(f, networks=networks) for f in rivals}
    return Ruling("holds" if min(years, key=years.get) in names else "wrong")


sigmoid_or_tanh_came_first = Claim(
    said=Words("最早想到的激活函數是Sigmoid或tanh。", "Sigmoid and tanh were the first activations people thought of."),
    says="generally",
    rows=("B05",),
    judge=came_first,
    about=("sigmoid", "tanh"),
    instead=("step", "relu"),
    control=Words("改說折線與階梯：那就對了。", "Say the hinge and the step instead: then it is right."),
    assumes=(RECORD, Words("激活函數是神經元或網路的模型裡用的函數。", "An activation is a function used in a model of nerve cells or networks.")),
    variations=(
        Variation("form", Words("曲線本身，不問用在哪裡", "The curve itself, whatever it was for"), {"networks": False}),
        Variation("range", Words("只與階梯比", "Against the step alone"), {"rivals": ("step", "sigmoid", "tanh")}),
    ),
    immaterial=(ONLY_DATES,),
    why=Words(
        "神經的模型先有折線與階梯：Householder在$[[timeline.householder1941]]$年，McCulloch與Pitts在$[[timeline.mcculloch1943]]$年。S形曲線比兩者都老，但$[[timeline.verhulst1838]]$年的它說的是人口。",
        "Models of nerves had the hinge and the step first: Householder in $[[timeline.householder1941]]$, McCulloch and Pitts in $[[timeline.mcculloch1943]]$. The S-shaped curve is older than both, but in $[[timeline.verhulst1838]]$ it spoke of populations.",
    ),
    holds_when=Words("說的若是曲線本身，而不是激活函數，Sigmoid最早。", "If it speaks of the curve and not of an activation, the sigmoid is the earliest."),
    topic="guide/history",
    reads=("householder1941", "mcculloch1943", "verhulst1838", "wilson1972"),
)


def without_activation(output, *, w=(1.0, 2.0), b=-1.0, moves=((3.0, -1.0), (0.0, 2.0), (-4.0, 1.0))):
    """Is what the unit puts out halfway between two inputs always halfway between what it puts out for these?"""
    x = np.array(moves)
    pairs = [(u, v) for u in x for v in x]
    halfway = all(np.isclose(output(w @ ((u + v) / 2) + b), (output(w @ u + b) + output(w @ v + b)) / 2) for u, v in pairs)
    return Ruling("holds" if halfway else "wrong")


perceptron_has_no_activation = Claim(
    said=Words("沒有激活函數的網路，就是最初的感知器。", "A network without activations is the original perceptron."),
    says="definition",
    rows=("B03",),
    judge=without_activation,
    about=step,
    instead=identity,
    control=Words("換成恆等函數：那就真的沒有激活函數。", "Put the identity in its place: then there is no activation indeed."),
    assumes=(
        Words(
            "感知器的輸出是加權和是否過門檻，零或一；沒有激活函數的單元，輸入取中點，輸出也在中點。",
            "A perceptron puts out whether its weighted sum exceeds a threshold, zero or one; a unit without activation sends middles to middles.",
        ),
    ),
    variations=(
        Variation("bias", Words("門檻在零", "The threshold at zero"), {"b": 0.0}),
        Variation("inputs", Words("別的輸入", "Other inputs"), {"moves": ((1.0, 1.0), (5.0, -2.0), (-3.0, -3.0))}),
        Variation("range", Words("別的權重", "Other weights"), {"w": (-2.0, 0.5)}),
    ),
    immaterial=(
        Immaterial(
            ("width", "depth", "initialisation", "optimiser", "batch"),
            Words("只看一個單元由輸入到輸出，什麼也沒有訓練。", "Only one unit from input to output is looked at; nothing is trained."),
        ),
    ),
    why=Words(
        "Rosenblatt的感知器在輸出有一個門檻，那就是階梯函數。沒有它，輸出是加權和，連分類也要另外約定。",
        "Rosenblatt's perceptron has a threshold at its output, which is the step function. Without it the output is a weighted sum, and even to classify one has to agree on something more.",
    ),
    holds_when=Words(
        "門檻之前的部分確實沒有激活函數，所以邊界是直的。", "What comes before the threshold has no activation indeed, so the boundary is straight."
    ),
    topic="guide/history",
    reads=("rosenblatt1958",),
)


def loses_the_sign(given, *, reach=30.0):
    """Do a positive and a negative input ever fall on the same side of the function's value at zero?"""
    f, cut = given
    x = np.linspace(1e-6, reach, 20_001)
    return Ruling("wrong" if np.all(f(x) > cut) and np.all(f(-x) < cut) else "holds")


tanh_mends_the_sign = Claim(
    said=Words("Sigmoid分不出正負號，tanh是為此而發明的。", "The sigmoid loses the sign, and tanh was invented to mend that."),
    says="definition",
    rows=("E11",),
    judge=loses_the_sign,
    about=(sigmoid, 0.5),
    instead=(size, 0.5),
    control=Words("換成絕對值：它真的分不出正負。", "Put the absolute value in its place: it does lose the sign."),
    assumes=(
        Words(
            "要修好，先要壞掉：問Sigmoid分不分得出輸入的正負，由它在零點的值分開。",
            "To be mended a thing has to be broken: does the sigmoid tell positive inputs from negative ones, on the two sides of its value at zero?",
        ),
    ),
    variations=(
        Variation("range", Words("輸入到$5$為止", "Inputs up to $5$"), {"reach": 5.0}),
        Variation("form", Words("tanh自己，由$0$分開", "tanh itself, divided at $0$"), about=(tanh, 0.0)),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "inputs", "initialisation", "optimiser", "batch"),
            Words("這句話只談函數本身，沒有網路。", "The saying is about the function alone; there is no network."),
        ),
    ),
    why=Words(
        "Sigmoid沒有弄丟正負號：輸入大於零，輸出就大於一半。而且雙曲函數比邏輯曲線更早就有了。網路改用tanh，理由是輸出以零為中心。",
        "The sigmoid loses no sign: where the input is above zero the output is above one half. And hyperbolic functions are older than the logistic curve. Networks took tanh because its outputs are centred on zero.",
    ),
    holds_when=Words(
        "tanh的輸出有正有負，Sigmoid的只有正的；這是差別，不是弄丟。",
        "Outputs of tanh have both signs and those of the sigmoid are positive; that is a difference, and no loss.",
    ),
    topic="guide/history",
    reads=("barnett2004", "lecun1998"),
)


def small_slope(libraries, *, slope=0.01, near=0.2):
    """Is the default slope on the left close to a hundredth in each of these libraries?"""
    offers = [offer for offer in recorded("peers")["names"]["leaky_relu"] if offer["library"] in libraries]
    slopes = [offer["parameters"]["alpha"] for offer in offers]
    return Ruling("holds" if all(abs(found / slope - 1) <= near for found in slopes) else "wrong", {"largest": Fraction(repr(max(slopes)))})


leaky_relu_has_a_slope_of_a_hundredth = Claim(
    said=Words("Leaky ReLU在負側的斜率約為百分之一。", "Leaky ReLU has a slope of about a hundredth on the negative side."),
    says="generally",
    rows=("D56",),
    judge=small_slope,
    about=("torch", "tensorflow", "keras", "jax", "onnx"),
    instead=("torch", "jax", "onnx"),
    control=Words("只看PyTorch、JAX與ONNX：那就對了。", "Only PyTorch, JAX and ONNX: then it is right."),
    assumes=(Words("各函式庫的預設，取自有日期的紀錄。", "The defaults of libraries, by the dated record."),),
    variations=(
        Variation("form", Words("只看PyTorch", "Only PyTorch"), about=("torch",)),
        Variation("form", Words("只看TensorFlow與Keras", "Only TensorFlow and Keras"), about=("tensorflow", "keras")),
        Variation("range", Words("差一倍也算接近", "Up to twice as much counts as close"), {"near": 1.0}),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "inputs", "initialisation", "optimiser", "batch"),
            Words("只讀函式庫的預設。", "Only the defaults of libraries are read."),
        ),
    ),
    why=Words(
        "提出的論文用百分之一，PyTorch、JAX與ONNX也是。TensorFlow與Keras的預設大得多，最大的是$[[leaky_relu_has_a_slope_of_a_hundredth.largest]]$。",
        "The paper that introduced it takes a hundredth, and so do PyTorch, JAX and ONNX. TensorFlow's and Keras's defaults are far larger, the largest $[[leaky_relu_has_a_slope_of_a_hundredth.largest]]$.",
    ),
    holds_when=Words("看函式庫；寫程式時把斜率寫出來。", "It depends on the library; write the slope out in code."),
    topic="guide/history",
    reads=("maas2013",),
)


def is_logistic(f, *, places=81):
    """Stretched to run from 0 to 1 with a slope of a quarter at zero, is it the logistic function?"""
    x = np.linspace(-6, 6, places)
    low, high = float(f(-1e9)), float(f(1e9))
    pace = (high - low) / (4 * float(f.derivative(0.0)))
    return Ruling("holds" if np.allclose((f(pace * x) - low) / (high - low), 1 / (1 + np.exp(-x)), atol=1e-6) else "wrong")


sigmoid_is_the_logistic_function = Claim(
    said=Words("Sigmoid函數就是邏輯函數。", "The sigmoid function and the logistic function are the same thing."),
    says="generally",
    rows=("D11",),
    judge=is_logistic,
    about=sigmoid,
    instead=softsign,
    control=Words("換成softsign，也是S形：它不是邏輯函數。", "Take softsign, which is S-shaped too: it is not the logistic function."),
    assumes=(
        Words(
            "把S形的函數伸縮平移，讓它由零到一、在零點的斜率是四分之一，再與邏輯函數比。",
            "An S-shaped function is stretched and shifted to run from zero to one with a slope of a quarter at zero, and compared with the logistic function.",
        ),
    ),
    variations=(
        Variation("activation", Words("tanh", "tanh"), about=tanh),
        Variation("activation", Words("arctan", "arctan"), about=arctan),
        Variation("activation", Words("誤差函數", "The error function"), about=erf),
        Variation("range", Words("取更多點", "More places"), {"places": 401}),
    ),
    immaterial=(Immaterial(DATES, ALGEBRA.why),),
    why=Words(
        "在機器學習的程式裡，Sigmoid通常就是邏輯函數。在數學裡，sigmoid是S形函數的總稱，Cybenko的定理就是這個意思：arctan、誤差函數與softsign都算，它們不是邏輯函數；tanh伸縮之後才是。",
        "In code for machine learning, sigmoid usually is the logistic function. In mathematics it names all S-shaped functions, and Cybenko's theorem means it so: arctan, the error function and softsign are among them and are not logistic; tanh is, once stretched.",
    ),
    holds_when=Words("指程式裡叫sigmoid的那個函數。", "Of the function that code calls sigmoid."),
    topic="guide/history",
    reads=("cybenko1989", "verhulst1845"),
)


def most_used(f, *, package="", gated=None):
    """Of the model families whose code was read, do more have this function by default than any other?"""
    rows = [row for row in recorded("models")["models"] if row["function"] and row["package"].startswith(package) and gated in (None, row["gated"])]
    families = {name: {(row["package"], row["model"]) for row in rows if row["function"] == name} for name in {row["function"] for row in rows}}
    every = len({(row["package"], row["model"]) for row in rows})
    shares = {"gelu": Fraction(len(families.get("gelu", ())), every)}
    return Ruling("holds" if len(families.get(f, ())) == max(map(len, families.values())) else "wrong", shares)


sigmoid_is_in_widest_use = Claim(
    said=Words("Sigmoid是使用最廣泛的激活函數。", "The sigmoid is the activation in widest use."),
    says="generally",
    rows=("B16",),
    judge=most_used,
    about="sigmoid",
    instead="gelu",
    control=Words("換成GELU：在讀過的家族裡，它最多。", "Put GELU in its place: of the families read, most have it."),
    assumes=(
        Words(
            "讀過程式的模型家族，看預設的激活函數；門裡的SiLU算SiLU，輸出與注意力不計。",
            "The model families whose code was read, by their default activations; SiLU in a gate counts as SiLU, outputs and attention do not count.",
        ),
    ),
    variations=(
        Variation("inputs", Words("只看timm", "Only timm"), {"package": "timm"}),
        Variation("inputs", Words("只看diffusers", "Only diffusers"), {"package": "diffusers"}),
        Variation("form", Words("只看門控的層", "Only gated layers"), {"gated": True}),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "initialisation", "optimiser", "batch", "range"),
            Words("只數程式裡的預設函數，沒有訓練。", "Only the default functions in code are counted; nothing is trained."),
        ),
    ),
    why=Words(
        "今天不是：讀過的家族沒有一個預設是Sigmoid，GELU占$[[sigmoid_is_in_widest_use.gelu:3%]]$。從前也許是，但我們找不到誰數過。",
        "Not today: not one of the families read has the sigmoid by default, and $[[sigmoid_is_in_widest_use.gelu:3%]]$ have GELU. It may once have been, but we found nobody who counted.",
    ),
    holds_when=Words("二元的輸出層，它仍是第一個選擇。", "For outputs of yes or no it is still the first choice."),
    topic="guide/history",
)
