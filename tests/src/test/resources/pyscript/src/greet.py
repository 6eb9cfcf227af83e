from pyscript import display

greeting = "from a file"
display(greeting)
