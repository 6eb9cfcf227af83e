// pyodide
