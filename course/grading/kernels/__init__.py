"""Warm, jailed kernels: one process that has everything imported, forked once for each notebook.

``zygote``      the grading process's side: ``shared()`` gives the one warm process, ``start`` a child of it
``forkserver``  the warm process itself: imports, then forks a monitor for each child that is asked for
``monitor``     between the two: makes the cell, puts the child into it, watches its limits, says how it ended
``jail``        the cell: bubblewrap's arguments, and whether this machine can make one
``namespaces``  the few system calls that Python has no function for
``limits``      what a child may use; ``cgroups`` the limits that hold for all its processes together
``preload``     what the warm process imports before it forks
``targets``     the closed table of what a child can be
``kernel``      the target ``kernel``: an IPython kernel on sockets that were opened for it
``provisioner`` Jupyter's hook: start, interrupt and end such a kernel
``manager``     the kernel manager and client that go with it

For other rooms::

    from course.grading.kernels import zygote
    child = zygote.shared().start("examiner", {"any": "JSON"}, [fd, ...])   # ZygoteError when it cannot
    child.pid; child.signal(signal.SIGINT); child.kill()
    end = child.wait(timeout)    # None while it runs; then end.code, end.why, end.cpu, end.memory
    child.fileno()               # readable when it ended

A target is a function ``run(settings, fds)`` named in ``targets.TARGETS``; ``fds`` are its own copies of the
descriptors given to ``start``. A kernel's ``km.provisioner.meeting`` is a private folder; inside the jail it
is ``km.provisioner.meeting_inside`` and read-only there: listen outside, connect from inside. Give a socket in
it mode 0666: the kernel may be another user, and nobody else can reach the folder.
"""
