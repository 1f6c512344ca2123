function identity(x) {
  return x;
}
