"""Dates: points in time, schedules, working days, recurrences and how they are worded.

Everything compiles first to small JSON lists and objects, so that a page's script and a
workbook's formulas can compute the same dates and say them in the same words.
"""
