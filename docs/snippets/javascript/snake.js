function snake(x, a = 1) {
  return Math.abs(x) === Infinity ? x : x + Math.sin(a * x) ** 2 / a;
}
