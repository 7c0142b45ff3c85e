"""The figures of the hidden layers unit. Functions named in the arguments are the learner's own."""
