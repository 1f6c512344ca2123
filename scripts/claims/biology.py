"""Sayings about brains: which function comes closest to a firing rate, whether ReLU came from neuroscience, and the two halves of the brain."""

from figures.rate_of_a_cell import distance
from figures.timeline import events
from language.words import Words
from mathematics.claim import ASSUMPTIONS, Claim, Immaterial, Ruling, Variation

CELL = Words(
    "漏電積分的模型細胞：電流過了門檻就放電，放一次要休息一下，漏電的時間是休息的十倍。函數可以放大、平移，Sigmoid還可以調斜率；比均方根距離。",
    "A leaky integrator as a model cell: beyond a threshold current it fires, and rests after each spike; leaking takes ten times as long as resting. Functions may be scaled and shifted, and the sigmoid's steepness set; the root mean square distance is compared.",
)
SHORT = Words("電流由零到門檻的四倍", "Currents from zero to four times the threshold")
LONG = Words("電流由零到門檻的六十倍", "Currents from zero to sixty times the threshold")
OTHERWISE = (
    Variation("range", Words("電流到門檻的二十倍", "Currents up to twenty times the threshold"), {"most": 20.0}),
    Variation("inputs", Words("電流有雜訊，標準差是門檻的一半", "A noisy current, its standard deviation half the threshold"), {"noise": 0.5}),
    Variation("form", Words("漏電的時間是休息的三倍", "Leaking takes three times as long as resting"), {"leak": 3.0}),
)
ONE_CELL = Immaterial(
    ("bias", "width", "depth", "initialisation", "optimiser", "batch"),
    Words("只看一個細胞的放電率，沒有網路，什麼也沒有訓練。", "Only the firing rate of one cell is looked at; there is no network and nothing is trained."),
)


def closer_than_relu(f, *, most=60.0, **cell):
    """Is the closest f nearer to the firing rate of the cell than the closest ReLU?"""
    return Ruling("holds" if distance(f, most, **cell) < distance("relu", most, **cell) else "wrong")


sigmoid_is_closest_to_a_neuron = Claim(
    said=Words("就物理意義而言，Sigmoid最接近生物神經元。", "Physically, the sigmoid comes closest to a biological neuron."),
    says="generally",
    rows=("B17",),
    judge=closer_than_relu,
    about="sigmoid",
    instead="identity",
    control=Words(
        "換成恆等函數：沒有門檻也不會變平，比ReLU差。",
        "Put the identity in its place: it has no threshold and does not level off, and is further away than ReLU.",
    ),
    assumes=(CELL, LONG),
    variations=(Variation("range", SHORT, {"most": 4.0}), *OTHERWISE),
    immaterial=(ONE_CELL,),
    why=Words(
        "要看電流的範圍。範圍大，看得到放電率變平，Sigmoid接近得多；只到門檻的四倍，幾乎是折線，ReLU比較近。這只是一個模型細胞的放電率：真的細胞送出一串脈衝，樹突自己也會計算。",
        "It depends on the range of currents. Over a long range, in which the rate is seen to level off, the sigmoid is much closer; up to four times the threshold the rate is almost a hinge, and ReLU is closer. And this is the firing rate of one model cell only: a real cell sends a train of spikes, and its dendrites compute too.",
    ),
    holds_when=Words("電流的範圍大到看得見變平的時候。", "Where currents range far enough to show the rate levelling off."),
    topic="guide/history",
    reads=("dayan2001", "london2005"),
)


def closer_than_sigmoid(f, *, most=4.0, **cell):
    """Is the closest f nearer to the firing rate of the cell than the closest sigmoid?"""
    return Ruling("holds" if distance(f, most, **cell) < distance("sigmoid", most, **cell) else "wrong")


relu_is_more_faithful_than_sigmoid = Claim(
    said=Words("ReLU比Sigmoid更符合生物學。", "ReLU is biologically more faithful than the sigmoid."),
    says="generally",
    rows=("C27",),
    judge=closer_than_sigmoid,
    about="relu",
    instead="identity",
    control=Words("換成恆等函數：沒有門檻，比Sigmoid差。", "Put the identity in its place: it has no threshold, and is further away than the sigmoid."),
    assumes=(CELL, SHORT),
    variations=(Variation("range", LONG, {"most": 60.0}), *OTHERWISE),
    immaterial=(ONE_CELL,),
    why=Words(
        "與「Sigmoid最接近」是同一件事的兩面：電流小，像折線；範圍大，像S形；休息的時間長，變平得早，電流小也像S形。兩份教材都沒有說量了什麼。",
        "It is the other side of “the sigmoid is closest”: at small currents the rate is like a hinge, over a long range like an S; and if the rest takes longer, it levels off early and is like an S at small currents too. Neither tutorial says what was measured.",
    ),
    holds_when=Words("電流小、休息的時間短的時候。", "At small currents, with short rests."),
    topic="guide/history",
    reads=("dayan2001", "london2005"),
)


GROUNDS = {
    "householder1941": "nerves",
    "fukushima1969": "nerves",
    "fukushima1975": "nerves",
    "hahnloser2000": "nerves",
    "jarrett2009": "engineering",
    "nair2010": "probability",
    "glorot2011": "nerves",
}
"""What each work says that it starts from, by its abstract, and Householder's by its title: nerve cells, recognising objects, or binary units with probabilities."""


def from_nerves(keys):
    """Does each of these works start from nerve cells?"""
    shares = [GROUNDS[key] == "nerves" for key in keys]
    assert {event.key for event in events() if event.function == "relu"} >= set(keys)
    return Ruling("holds" if all(shares) else "conditional" if any(shares) else "wrong")


relu_is_from_neuroscience = Claim(
    said=Words("ReLU的靈感來自神經科學。", "ReLU drew its inspiration from neuroscience."),
    says="generally",
    rows=("D49",),
    judge=from_nerves,
    about=tuple(GROUNDS),
    instead=("householder1941", "fukushima1969", "hahnloser2000", "glorot2011"),
    control=Words("只看Householder、Fukushima、Hahnloser與Glorot：那就對了。", "Only Householder, Fukushima, Hahnloser and Glorot: then it is right."),
    assumes=(Words("紀錄裡與ReLU有關的文獻，各看它自己說從哪裡出發。", "The works on ReLU in the record, each by what it says it starts from."),),
    variations=(
        Variation("form", Words("只看命名的論文", "Only the paper that named it"), about=("nair2010",)),
        Variation("form", Words("只看讓它流行的論文", "Only the paper that made it popular"), about=("glorot2011",)),
    ),
    immaterial=(Immaterial(ASSUMPTIONS, Words("這句話只談文獻，沒有網路。", "The saying is about the literature; there is no network.")),),
    why=Words(
        "Householder與Hahnloser等人談的是神經，Glorot等人也以神經元的放電率為理由。可是替它命名的Nair與Hinton由許多共用權重的二元單元推出它，Jarrett等人是在辨認物體時發現整流要緊。",
        "Householder and Hahnloser and others speak of nerves, and Glorot and others too argue from firing rates. But Nair and Hinton, who named it, derive it from many binary units that share weights, and Jarrett and others found in recognising objects that rectification matters.",
    ),
    holds_when=Words("說其中一部分文獻。", "Of some of these works."),
    topic="guide/history",
    reads=("householder1941", "hahnloser2000", "jarrett2009", "nair2010", "glorot2011"),
)


BEGINNINGS = {"householder1941": "nerves", "mcculloch1943": "nerves", "rosenblatt1958": "nerves", "wilson1972": "nerves"}
"""The works that brought a function into models of cells and networks, by what each says in its title or abstract that it is for."""


def came_for(ground, *, before=1960):
    """Of the works up to that year, does every one give this as what its function is for?"""
    years = {event.key: event.year for event in events()}
    return Ruling("holds" if all(said == ground for key, said in BEGINNINGS.items() if years[key] < before) else "wrong")


activations_came_for_nonlinear_problems = Claim(
    said=Words("加入激活函數是為了解決非線性問題。", "It was to solve nonlinear problems that activations came in."),
    says="definition",
    rows=("E05",),
    judge=came_for,
    about="nonlinear problems",
    instead="nerves",
    control=Words("改說是為了描述神經：最早的幾篇正是如此。", "Say instead that they came to describe nerves: so it was in the first works."),
    assumes=(
        Words(
            "紀錄裡最早把函數放進神經元或網路模型的文獻，各看它自己說為了什麼。",
            "The earliest works of the record that put a function into a model of cells or networks, each by what it says its function is for.",
        ),
    ),
    variations=(Variation("range", Words("算到一群神經元的模型為止", "Up to the model of populations of cells"), {"before": 1980}),),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "inputs", "initialisation", "optimiser", "batch"),
            Words("這句話只談文獻，沒有網路。", "The saying is about the literature; there is no network."),
        ),
    ),
    why=Words(
        "最早的門檻與折線是用來描述神經的：放電要過門檻。今天留著它，確實是因為沒有非線性，層層相接只是一個仿射函數；那是它的用處，不是它的由來。",
        "The first thresholds and hinges described nerves: a cell fires beyond a threshold. They are kept today because without anything nonlinear stacked layers are one affine function; that is their use, and not where they came from.",
    ),
    holds_when=Words("說今天為什麼需要它，而不是當初為什麼有它。", "Of why they are needed today, and not of why they came in."),
    topic="guide/history",
    reads=("householder1941", "mcculloch1943", "rosenblatt1958"),
)


def has(function, *, work="krizhevsky2012"):
    """Does the function's record name this work among those that used it or made it popular?"""
    parts = {event.part for event in events() if event.function == function and event.key == work}
    return Ruling("holds" if parts & {"introduced", "popularised", "studied"} else "wrong")


alexnet_has_relu = Claim(
    said=Words("AlexNet用的就是ReLU。", "AlexNet was built with ReLU."),
    says="definition",
    rows=("D48",),
    judge=has,
    about="relu",
    instead="sigmoid",
    control=Words("換成Sigmoid：紀錄裡沒有。", "Put the sigmoid in its place: the record has no such entry."),
    assumes=(Words("看函數的紀錄有沒有這篇論文，書目已經核對。", "Whether the function's record has this paper, whose entry has been checked."),),
    immaterial=(Immaterial(ASSUMPTIONS, Words("這句話只談一篇論文，什麼也沒有訓練。", "The saying is about one paper; nothing is trained.")),),
    why=Words(
        "論文自己說隱藏層用ReLU，並與tanh比較訓練的快慢。輸出層仍是softmax。",
        "The paper says itself that its hidden layers have ReLU, and compares its training with that of tanh. Its output layer is softmax all the same.",
    ),
    holds_when=Words("就隱藏層而言成立。", "It holds of the hidden layers."),
    topic="guide/history",
    reads=("krizhevsky2012",),
)


SIDES = {"language": "left", "attention": "right", "emotion": "neither"}
"""On which side each was found to lie on the whole: the first two by Nielsen and others, the last by Wager and others, by their abstracts."""
TYPES = False
"""Whether Nielsen and others found people whose connections are stronger on one whole side."""


def lies(pairs, *, of_people=False):
    """Was each of these functions found to lie on that side? Of people, was one side as a whole found to be the stronger?"""
    return Ruling("holds" if all(SIDES.get(what) == side for what, side in pairs.items()) and (TYPES or not of_people) else "wrong")


left_is_reason_and_right_is_feeling = Claim(
    said=Words("左腦偏理性，右腦偏感性。", "The left brain is for reason and the right brain for feeling."),
    says="generally",
    rows=("C22",),
    judge=lies,
    about={"reason": "left", "emotion": "right"},
    instead={"language": "left", "attention": "right"},
    control=Words(
        "換成語言在左，注意力在右：量到的正是這樣。",
        "Say language on the left and attention on the right: that is what was measured.",
    ),
    assumes=(
        Words(
            "兩篇文獻的摘要：一篇看一千零一十一個人休息時的腦部掃描，一篇合併六十五個情緒的影像研究。沒有研究把「理性」當作一種可以量的功能。",
            "The abstracts of two works: one on brain scans of a thousand and eleven people at rest, one that puts sixty-five imaging studies of emotion together. Neither takes “reason” as a function to be measured.",
        ),
    ),
    variations=(
        Variation("form", Words("只看感性在右", "Only feeling on the right"), about={"emotion": "right"}),
        Variation("form", Words("只看理性在左", "Only reason on the left"), about={"reason": "left"}),
        Variation("inputs", Words("說的是人：有左腦型與右腦型", "Of people: there are left-brained and right-brained ones"), {"of_people": True}),
    ),
    immaterial=(
        Immaterial(
            ("bias", "width", "depth", "initialisation", "optimiser", "batch", "range"),
            Words("這句話談的是大腦，沒有人工的網路。", "The saying is about brains; there is no artificial network."),
        ),
    ),
    why=Words(
        "有些功能確實偏在一側：語言的幾個區域多半在左，控制注意力的多半在右。情緒不是：合併許多研究，找不到整體偏右的證據，情形比這複雜，隨區域而不同。也找不到整個左腦或整個右腦比較強的人，側化是各個連結自己的事。拿它比喻稀疏的激活也不合：稀疏是同一群單元隨輸入輪流工作。",
        "Some functions do lean to one side: regions for language mostly to the left, those that control attention mostly to the right. Emotion does not: many studies put together give no support to its lying on the right as a whole; matters are less simple, and differ from region to region. Nor were people found whose whole left or right side is the stronger; each connection goes its own way. As a picture of sparse activation it fails too: sparse means that the same units take turns with the input.",
    ),
    holds_when=Words("改說語言偏左、控制注意力偏右，成立。", "It holds of language on the left and the control of attention on the right."),
    topic="guide/sparsity",
    reads=("nielsen2013", "wager2003"),
)
