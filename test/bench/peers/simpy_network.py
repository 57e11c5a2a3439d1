"""Ten stations in SimPy: a process per customer who walks along a list of Resources.

Arguments: clients, seed, mean gap, part that goes on, part that begins anew, servers and mean services (each with commas).
"""
import json
import random
import sys
import time

import simpy


def source(env, clients, desks, services, gap, waits):
    for _ in range(clients):
        yield env.timeout(random.expovariate(1 / gap))
        env.process(customer(env, desks, services, waits))


def customer(env, desks, services, waits):
    last = len(desks) - 1
    station = 0
    while True:
        arrived = env.now
        with desks[station].request() as request:
            yield request
            waits.append(env.now - arrived)
            yield env.timeout(random.expovariate(1 / services[station]))
        drawn = random.random()
        goes_on = onward if station < last else 0
        if drawn < goes_on:
            station += 1
        elif drawn < goes_on + again:
            station = 0
        else:
            return


def simulate(clients, servers, services, gap):
    waits = []
    env = simpy.Environment()
    desks = [simpy.Resource(env, capacity=number) for number in servers]
    env.process(source(env, clients, desks, services, gap, waits))
    env.run()
    return waits


clients, seed = int(sys.argv[1]), int(sys.argv[2])
gap, onward, again = (float(word) for word in sys.argv[3:6])
servers = [int(word) for word in sys.argv[6].split(",")]
services = [float(word) for word in sys.argv[7].split(",")]
random.seed(seed)
# A small run first, so that what Python does once is not counted.
simulate(clients // 50, servers, services, gap)
began, worked = time.perf_counter(), time.process_time()
waits = simulate(clients, servers, services, gap)
found = {"clients": clients, "visits": len(waits), "waited": sum(waits)}
print(json.dumps({**found, "seconds": time.perf_counter() - began, "processorSeconds": time.process_time() - worked}))
