/* A plain extension: it remembers what it was given, in static state that only its memory holds. */
#include "python.h"

static PyObject *seen;
static long constructed;

static long once(long value) { return value; }
static long twice(long value) { return 2 * value; }

/* Pointers in static data: the loader has to write their table slots, at the table base that the module got. */
static struct { const char *name; long (*apply)(long); } rules[] = {{"once", once}, {"twice", twice}};
static int rule;

__attribute__((constructor)) static void construct(void) { constructed += 1; }

static PyObject *add(PyObject *self, PyObject *number) {
  PyObject *value = PyLong_FromLong(rules[rule].apply(PyLong_AsLong(number)));
  PyList_Append(seen, value);
  Py_DecRef(value);
  Py_IncRef(seen);
  return seen;
}

static PyObject *turn(PyObject *self, PyObject *nothing) {
  rule = !rule;
  return PyLong_FromLong(rule);
}

static PyObject *constructions(PyObject *self, PyObject *nothing) { return PyLong_FromLong(constructed); }

static PyMethodDef methods[] = {
    {"add", add, METH_O, "Add a number by the rule in force; all that were added."},
    {"turn", turn, METH_NOARGS, "Take the other rule; its number."},
    {"constructions", constructions, METH_NOARGS, "How often the constructor ran."},
    {0}};
static PyModuleDef definition = {1, 0, 0, 0, 0, "tally", 0, -1, methods};

EXPORT PyObject *PyInit_tally(void) {
  seen = PyList_New(0);
  return PyModule_Create2(&definition, PYTHON_API_VERSION);
}
