/** The first address that is the caller's: what lies below belongs to the functions themselves. */
export function memoryBegin(): usize {
  return __heap_base;
}
