/* An extension that needs libscale: it calls it, reads its data, takes its addresses and hands it one of its own.
   It also holds the addresses of a function of Python, of one of the engine's JavaScript, and of one that is nowhere. */
#include "python.h"

extern long scale_factor;
extern long (*scale_hook)(long);
long scale(long value);
long scale_apply(long (*function)(long), long value);

double emscripten_get_now(void);
__attribute__((weak)) long scale_absent(long value);

static long (*volatile chosen)(long) = scale;
static PyObject *(*volatile number)(long) = PyLong_FromLong;
static double (*volatile now)(void) = emscripten_get_now;
static long (*volatile absent)(long) = scale_absent;

static long one_more(long value) { return value + 1; }

static PyObject *measure(PyObject *self, PyObject *value) { return number(scale_apply(chosen, PyLong_AsLong(value))); }

static PyObject *factor(PyObject *self, PyObject *value) {
  scale_factor = PyLong_AsLong(value);
  return number(scale_factor);
}

static PyObject *hook(PyObject *self, PyObject *nothing) {
  scale_hook = scale_hook ? 0 : one_more;
  return number(scale_hook != 0);
}

static PyObject *direct(PyObject *self, PyObject *value) { return number(scale(PyLong_AsLong(value))); }

static PyObject *ticks(PyObject *self, PyObject *nothing) { return number(now() > 0); }

static PyObject *whole(PyObject *self, PyObject *nothing) { return number(absent != 0); }

static PyMethodDef methods[] = {
    {"measure", measure, METH_O, "Scale a number through pointers."},
    {"direct", direct, METH_O, "Scale a number by calling."},
    {"factor", factor, METH_O, "Set the library's factor."},
    {"hook", hook, METH_NOARGS, "Set or clear the library's hook; whether it is set."},
    {"ticks", ticks, METH_NOARGS, "Whether the clock runs."},
    {"whole", whole, METH_NOARGS, "Whether the function that is nowhere was found."},
    {0}};
static PyModuleDef definition = {1, 0, 0, 0, 0, "measure", 0, -1, methods};

EXPORT PyObject *PyInit_measure(void) { return PyModule_Create2(&definition, PYTHON_API_VERSION); }
