"""The safe fixes of ``validate.py --fix``: what a program may put right by itself."""
