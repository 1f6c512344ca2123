function maxout(x) {
  return Math.max(...x);
}
