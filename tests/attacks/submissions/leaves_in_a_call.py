"""Ends Python with status 0 before the test can fail.

threat: verdict
must: no points for double, all for half
says: nded the Python process
"""
import os

def double(x):
    os._exit(0)
