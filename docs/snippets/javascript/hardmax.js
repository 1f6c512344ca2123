function hardmax(x) {
  const first = x.indexOf(Math.max(...x));
  return x.map((_, i) => (i === first ? 1 : 0));
}
