function lisht(x) {
  return x * Math.tanh(x);
}
