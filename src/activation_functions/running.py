"""Any callable of NumPy, PyTorch, JAX or TensorFlow as a function of a NumPy array, with its gradient where its library gives one.

>>> from activation_functions.running import caller
>>> caller(abs).value([-2.0, 3.0])
(array([-2.,  3.]), array([2., 3.]))

No library is imported for this: a callable belongs to one that whoever made it has imported already.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from math import nan
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from activation_functions.activation import Activation, Floats


class Format(NamedTuple):
    """A format of numbers: bits of the significand, the exponents of the smallest and of the smallest normal number, the largest number."""

    bits: int
    least: int
    normal: int
    largest: float

    @property
    def eps(self) -> float:
        """The distance from 1 to the next number."""
        return 2.0 ** (1 - self.bits)


FORMATS = {
    "float64": Format(53, -1074, -1022, float(np.finfo(np.float64).max)),
    "float32": Format(24, -149, -126, float(np.finfo(np.float32).max)),
    "float16": Format(11, -24, -14, float(np.finfo(np.float16).max)),
    "bfloat16": Format(8, -133, -126, 255 * 2.0**120),
}


@dataclass(frozen=True)
class Callee:
    """A callable in one format of one library.

    Fields
    ------
    library : numpy, torch, jax or tensorflow; math for a function of single numbers
    dtype : of the numbers that it is given
    value : an array to the numbers that it was in fact given, rounded to dtype, and what it made of them, both as float64
    gradient : (x, g) to the vector-Jacobian product by the library's own differentiation; None where it gives none
    """

    library: str
    dtype: str
    value: Callable[[npt.ArrayLike], tuple[Floats, Floats]]
    gradient: Callable[[Floats, Floats], Floats | None]


def caller(f: Callable[[Any], Any], dtype: str = "float64") -> Callee:
    """The callable as a function of a NumPy array, whatever library it belongs to.

    dtype : float64, float32, float16, or bfloat16 where its library has it; what refuses float64, or computes it in float32, gets float32

    Raises TypeError for what cannot be called on such an array, with what each library said, and ValueError for another dtype.
    """
    if dtype not in FORMATS:
        raise ValueError(f"dtype is {dtype!r}; accepted: {', '.join(FORMATS)}")
    if not callable(f):
        raise TypeError(f"{f!r} cannot be called; accepted: a function of one array")
    refused: list[str] = []
    for make in (_numpy, _torch, _jax, _tensorflow, _math):
        for width in (dtype, "float32") if dtype == "float64" else (dtype,):
            callee = make(f, width)
            if callee is None:
                continue
            try:
                _tried(callee)
            except Exception as error:  # a callable may refuse in any way it likes
                refused.append(f"{callee.library} {width}: {str(error).splitlines()[0] if str(error) else type(error).__name__}")
                continue
            return callee
    raise TypeError(f"{f!r} takes no array of numbers ({'; '.join(refused) or f'no library here has {dtype}'}); accepted: a function of one array")


def _tried(callee: Callee) -> None:
    """Two numbers, or two lines of six: a function that mixes entries may want so many."""
    try:
        callee.value([0.5, -0.5])
    except Exception:
        callee.value([[0.5, -0.5, 0.25, 1.0, -2.0, 3.0]] * 2)


class Foreign(TypeError):
    """A result that shows that the callable is another library's, or in another format."""


@contextmanager
def _quiet() -> Iterator[None]:
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        yield


def _of(result: Any) -> str:
    """The library whose array this is."""
    word = type(result).__module__.partition(".")[0]
    return {"jaxlib": "jax", "tensorflow": "tensorflow", "torch": "torch", "jax": "jax"}.get(word, "numpy")


def _own(result: Any, library: str, dtype: str) -> Any:
    """The result, which must be this library's and no narrower than what the callable was given."""
    if _of(result) != library:
        raise Foreign(f"gives {type(result).__name__}")
    _as_given(dtype, str(getattr(result.dtype, "name", result.dtype)).removeprefix("torch."))
    return result


def _as_given(dtype: str, result: str) -> None:
    """A narrower result tells that the callable rounded what it was given, and would be blamed for that."""
    if result in FORMATS and FORMATS[result].bits < FORMATS[dtype].bits:
        raise Foreign(f"computes in {result}")


def _numpy(f: Callable[[Any], Any], dtype: str) -> Callee | None:
    if dtype == "bfloat16" and find_spec("ml_dtypes") is None:
        return None  # NumPy itself has none
    if "torch" in sys.modules and isinstance(f, sys.modules["torch"].nn.Module):
        return None  # one that hands its input on would take any array
    of = import_module("ml_dtypes").bfloat16 if dtype == "bfloat16" else np.dtype(dtype)

    def value(x: npt.ArrayLike) -> tuple[Floats, Floats]:
        with _quiet():
            given = np.asarray(x, np.float64).astype(of)
            result = f(given)
            if _of(result) != "numpy":
                raise Foreign(f"gives an array of {_of(result)}")
            if not hasattr(result, "__array__") and not isinstance(result, (int, float, list, tuple)):
                raise TypeError(f"gives {type(result).__name__}")
            array = np.asarray(result)
            if array.dtype.kind == "c":
                raise TypeError("gives complex numbers")
            _as_given(dtype, array.dtype.name)
            return given.astype(np.float64), array.astype(np.float64)

    def gradient(x: Floats, g: Floats) -> Floats | None:
        if not isinstance(f, Activation):
            return None  # NumPy does not differentiate
        found: Floats = np.asarray(f.vjp(x.astype(of), g.astype(of)) if f.mixes else g * f.derivative(x.astype(of)), np.float64)
        return found

    return Callee("numpy", dtype, value, gradient)


def _torch(f: Callable[[Any], Any], dtype: str) -> Callee | None:
    torch: Any = sys.modules.get("torch")
    if torch is None:
        return None
    if isinstance(f, torch.nn.Module):
        f = deepcopy(f).to(getattr(torch, dtype)).eval()  # the caller's own stays as it was

    def tensor(x: npt.ArrayLike) -> Any:
        return torch.tensor(np.asarray(x, np.float64), dtype=getattr(torch, dtype))

    def value(x: npt.ArrayLike) -> tuple[Floats, Floats]:
        with _quiet():
            given = tensor(x)
            result = _own(f(given.clone()), "torch", dtype)
            return given.double().numpy(), result.detach().double().numpy()

    def gradient(x: Floats, g: Floats) -> Floats | None:
        given = tensor(x).requires_grad_()
        with _quiet():
            try:
                f(given.clone()).backward(tensor(g))
            except (NotImplementedError, RuntimeError):  # what PyTorch does not differentiate
                return None
            return None if given.grad is None else np.asarray(given.grad.double().numpy())

    return Callee("torch", dtype, value, gradient)


def _jax(f: Callable[[Any], Any], dtype: str) -> Callee | None:
    jnp: Any = sys.modules.get("jax.numpy")
    if jnp is None:
        return None

    def double(a: Any) -> Floats:
        return np.asarray(a.astype("float32") if a.dtype.name == "bfloat16" else a, np.float64)

    def array(x: npt.ArrayLike) -> Any:
        made = jnp.asarray(np.asarray(x, np.float64), dtype)
        if made.dtype.name != dtype:
            raise Foreign("JAX keeps float64 only with JAX_ENABLE_X64=1")
        return made

    def value(x: npt.ArrayLike) -> tuple[Floats, Floats]:
        with _quiet():
            given = array(x)
            return double(given), double(_own(f(given), "jax", dtype))

    def gradient(x: Floats, g: Floats) -> Floats | None:
        with _quiet():
            try:
                result, back = sys.modules["jax"].vjp(f, array(x))
                return double(back(jnp.asarray(g, result.dtype))[0])
            except TypeError:
                return None

    return Callee("jax", dtype, value, gradient)


def _tensorflow(f: Callable[[Any], Any], dtype: str) -> Callee | None:
    tf: Any = sys.modules.get("tensorflow")
    if tf is None:
        return None

    def tensor(x: npt.ArrayLike) -> Any:
        return tf.cast(tf.constant(np.asarray(x, np.float64)), dtype)

    def double(a: Any) -> Floats:
        return np.asarray(tf.cast(a, "float64"))

    def value(x: npt.ArrayLike) -> tuple[Floats, Floats]:
        with _quiet():
            given = tensor(x)
            return double(given), double(_own(f(given), "tensorflow", dtype))

    def gradient(x: Floats, g: Floats) -> Floats | None:
        given = tensor(x)
        with _quiet():
            with tf.GradientTape() as tape:
                tape.watch(given)
                result = f(given)
            found = tape.gradient(result, given, output_gradients=tf.cast(tf.constant(g), result.dtype))
            return None if found is None else double(found)

    return Callee("tensorflow", dtype, value, gradient)


def _math(f: Callable[[Any], Any], dtype: str) -> Callee | None:
    """A function of single Python numbers, such as math.tanh; where it raises an error, its result is no number."""
    if dtype != "float64":
        return None

    def single(x: float) -> float:
        try:
            return float(f(x))
        except (ArithmeticError, ValueError):
            return nan

    def value(x: npt.ArrayLike) -> tuple[Floats, Floats]:
        given = np.asarray(x, np.float64)
        with _quiet():
            f(0.5)  # a callable that takes no number at all says so
            return given, np.array([single(each) for each in given.ravel().tolist()]).reshape(given.shape)

    return Callee("math", dtype, value, lambda x, g: None)
