/* An extension with JavaScript in it, in the form that EM_JS leaves: the one kind that an image cannot hold. */
#include "python.h"

long script_answer(void);

EXPORT char __em_js__script_answer[] = "(void)<::>{ return 42; }";

static PyObject *answer(PyObject *self, PyObject *nothing) { return PyLong_FromLong(script_answer()); }

static PyMethodDef methods[] = {{"answer", answer, METH_NOARGS, "What JavaScript answers."}, {0}};
static PyModuleDef definition = {1, 0, 0, 0, 0, "script", 0, -1, methods};

EXPORT PyObject *PyInit_script(void) { return PyModule_Create2(&definition, PYTHON_API_VERSION); }
