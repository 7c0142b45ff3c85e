"""What stands in the learner's room when hidden tests are asked from another process.

``wire`` turns plain values into bytes and back, ``talk`` carries questions and replies, ``asked`` answers them
inside the learner's kernel. Nothing here is secret, and nothing here is trusted by the other side.
"""
