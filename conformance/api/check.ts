// The gate on the public surface: its docstrings, and its report.
import './docstrings.ts'
import './report.ts'
