/* The few declarations of CPython that these extensions use: its layout on wasm32, the same in Python 3.12 and 3.14. */
#ifndef VIVARIUM_PYTHON_H
#define VIVARIUM_PYTHON_H

typedef long Py_ssize_t;
typedef struct PyObject PyObject;
typedef PyObject *(*PyCFunction)(PyObject *self, PyObject *argument);

typedef struct {
  const char *name;
  PyCFunction call;
  int flags;
  const char *doc;
} PyMethodDef;

enum { METH_NOARGS = 4, METH_O = 8 };

typedef struct {
  Py_ssize_t references;
  void *type;
  PyObject *(*init)(void);
  Py_ssize_t index;
  PyObject *copy;
  const char *name;
  const char *doc;
  Py_ssize_t size;
  PyMethodDef *methods;
  void *slots;
  void *traverse;
  void *clear;
  void *free;
} PyModuleDef;

enum { PYTHON_API_VERSION = 1013 };

PyObject *PyModule_Create2(PyModuleDef *definition, int version);
PyObject *PyLong_FromLong(long value);
long PyLong_AsLong(PyObject *number);
PyObject *PyList_New(Py_ssize_t size);
int PyList_Append(PyObject *list, PyObject *item);
void Py_IncRef(PyObject *object);
void Py_DecRef(PyObject *object);

#define EXPORT __attribute__((visibility("default")))

#endif
