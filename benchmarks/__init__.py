"""How good sayso is, in numbers: gold, scorers, other programs beside it, and floors that it must not fall below.

    ./run bench                          the table of all tasks whose gold is there
    ./run bench --only case,forms        some of them
    ./run bench --task NAME --gold FILE --predict OUT.jsonl

A task is a module in tasks/ with one ``TASK``; a program to compare with is a module in peers/ with one ``run``.
"""
