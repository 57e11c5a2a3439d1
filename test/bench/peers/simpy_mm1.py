"""M/M/1 in SimPy, as its examples write a queue: a process per customer and a Resource of one. Arguments: clients, seed, mean gap, mean service."""
import json
import random
import sys
import time

import simpy


def source(env, clients, server, gap, service, waits):
    for _ in range(clients):
        yield env.timeout(random.expovariate(1 / gap))
        env.process(customer(env, server, service, waits))


def customer(env, server, service, waits):
    arrived = env.now
    with server.request() as request:
        yield request
        waits.append(env.now - arrived)
        yield env.timeout(random.expovariate(1 / service))


def simulate(clients, gap, service):
    waits = []
    env = simpy.Environment()
    server = simpy.Resource(env, capacity=1)
    env.process(source(env, clients, server, gap, service, waits))
    env.run()
    return waits


clients, seed = int(sys.argv[1]), int(sys.argv[2])
gap, service = float(sys.argv[3]), float(sys.argv[4])
random.seed(seed)
# A small run first, so that what Python does once is not counted.
simulate(clients // 50, gap, service)
began, worked = time.perf_counter(), time.process_time()
waits = simulate(clients, gap, service)
found = {"clients": clients, "visits": len(waits), "waited": sum(waits)}
print(json.dumps({**found, "seconds": time.perf_counter() - began, "processorSeconds": time.process_time() - worked}))
