"""Sayings about the output layer: whether it has an activation, and whether the sigmoid still belongs there."""

import numpy as np

from activation_functions import sigmoid, softmax
from language.words import Words
from mathematics.claim import Claim, Immaterial, Ruling, Variation

PREDICTION = Immaterial(
    ("width", "depth", "initialisation", "optimiser", "batch", "range"),
    Words("只看由分數到預測的最後一步，什麼也沒有訓練。", "Only the last step, from scores to prediction, is looked at; nothing is trained."),
)


def affine_in_the_scores(prediction, *, u=(2.0, 0.0, -1.0), v=(0.0, 1.0, 3.0), bias=(0.0, 0.0, 0.0)):
    """Is the prediction halfway between two lists of scores halfway between their predictions?"""
    u, v = np.array(u) + bias, np.array(v) + bias
    return Ruling("holds" if np.allclose(prediction((u + v) / 2), (prediction(u) + prediction(v)) / 2) else "wrong")


output_layer_has_no_activation = Claim(
    said=Words("輸出層通常不加激活函數。", "The output layer usually has no activation."),
    says="generally",
    rows=("D64",),
    judge=affine_in_the_scores,
    about=softmax,
    instead=lambda z: z,
    control=Words(
        "換成迴歸：預測就是分數，真的沒有激活函數。", "Ask about regression instead: the prediction is the score, and there is indeed no activation."
    ),
    assumes=(
        Words(
            "三個類別的分類，預測是softmax的輸出；若輸出層沒有激活函數，預測就是分數的仿射函數，於是分數取中點，預測也在中點。",
            "Classification into three classes, the prediction being the output of softmax; with no activation it would be affine in the scores, so halfway scores would give halfway predictions.",
        ),
    ),
    variations=(
        Variation("bias", Words("分數各加$1$、$-2$、$3$", "$1$, $-2$, $3$ added to the scores"), {"bias": (1.0, -2.0, 3.0)}),
        Variation("inputs", Words("別的分數", "Other scores"), {"u": (5.0, 1.0, 0.0), "v": (-1.0, 1.0, 2.0)}),
        Variation("form", Words("每個標籤一個Sigmoid", "A sigmoid for each label"), about=sigmoid),
        Variation("form", Words("迴歸，預測就是分數", "Regression, where the prediction is the score"), about=lambda z: z),
    ),
    immaterial=(PREDICTION,),
    why=Words(
        "要看任務。預測任意的數，輸出層是恆等函數；預測機率，就要Sigmoid或softmax。程式裡的最後一層常常只交出分數，因為softmax與對數合在損失裡計算；激活函數還在，只是換了地方。",
        "It depends on the task. To predict any number the output layer is the identity; to predict probabilities it needs a sigmoid or softmax. In code the last layer often hands over scores only, because softmax is computed inside the loss together with the logarithm; the activation is still there, in another place.",
    ),
    holds_when=Words(
        "迴歸時成立；分類時，說的只是程式裡的最後一層。", "It holds for regression; for classification it speaks only of the last layer in the code."
    ),
    topic="guide/output",
)


def cannot_say_several(output, *, scores=(4.0, 4.0, -4.0), bias=0.0):
    """Several labels are true of one sample, and their scores are high: can the outputs not say so?"""
    z = np.array(scores) + bias
    said = output(z)[z > 0]
    return Ruling("wrong" if said.size > 1 and np.all(said > 0.9) else "holds")


sigmoid_is_never_to_be_used = Claim(
    said=Words("絕對不要用Sigmoid。", "The sigmoid should never be used."),
    says="always",
    rows=("D60",),
    judge=cannot_say_several,
    about=sigmoid,
    instead=softmax,
    control=Words(
        "換成softmax：兩個標籤同時為真，它各給不到一半，這裡真的不該用它。",
        "Replace it by softmax: with two labels true at once it gives each less than a half, and here it should indeed not be used.",
    ),
    assumes=(
        Words(
            "輸出層，三個互不排斥的標籤，分數是$4$、$4$、$-4$；問前兩個輸出能不能都超過十分之九。",
            "An output layer for three labels that do not exclude each other, with the scores $4$, $4$, $-4$; can the first two outputs both be above nine tenths?",
        ),
    ),
    variations=(
        Variation("bias", Words("分數都加$1$", "$1$ added to every score"), {"bias": 1.0}),
        Variation("inputs", Words("三個標籤都為真", "All three labels true"), {"scores": (3.0, 5.0, 4.0)}),
    ),
    immaterial=(PREDICTION,),
    why=Words(
        "同一張照片可以又有貓又有狗。這種輸出每個標籤都要有自己的機率，兩個Sigmoid都能到$[[sigmoid(4)]]$，softmax辦不到。這句勸告原本說的是隱藏層；輸出與門控裡，Sigmoid正是該用的函數。",
        "One photograph may show a cat and a dog. Such outputs need a probability for each label: two sigmoids can both reach $[[sigmoid(4)]]$, and softmax cannot. The advice was meant for hidden layers; in outputs and in gates the sigmoid is the function to use.",
    ),
    holds_when=Words(
        "只就一般網路的隱藏層而言，是常見的勸告，也不是定律。", "For the hidden layers of plain networks it is common advice, though not a law even there."
    ),
    topic="guide/output",
)
