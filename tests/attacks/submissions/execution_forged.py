"""Replaces the kernel's do_execute by one that runs nothing and replies ok.

threat: verdict
must: no points for double; what a kernel that runs nothing cannot answer is lost as well
half: 0
says: no readable answers
"""
def double(x):
    return x - x + 7

kernel = get_ipython().kernel

async def nothing(*args, **kwargs):
    return {"status": "ok", "execution_count": 9, "payload": [], "user_expressions": {}}

kernel.do_execute = nothing
