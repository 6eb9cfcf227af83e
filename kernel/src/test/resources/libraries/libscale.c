/* A shared library without Python in it, as OpenBLAS is one: data, functions and a hook that others set. */
#define EXPORT __attribute__((visibility("default")))

EXPORT long scale_factor = 3;
EXPORT long (*scale_hook)(long);

EXPORT long scale(long value) {
  long scaled = scale_factor * value;
  return scale_hook ? scale_hook(scaled) : scaled;
}

EXPORT long scale_apply(long (*function)(long), long value) { return function(value); }
