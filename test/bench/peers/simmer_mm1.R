# M/M/1 in simmer, the quickest way that its documentation has: arrivals and service times from a data frame, so that no R is called while it runs.
# Arguments: clients, seed, mean gap, mean service.
suppressPackageStartupMessages(library(simmer))

simulate <- function(clients, gap, service) {
  customers <- data.frame(time = rexp(clients, 1 / gap), service = rexp(clients, 1 / service))
  customer <- trajectory() %>%
    seize("server") %>%
    timeout_from_attribute("service") %>%
    release("server")
  simmer() %>%
    add_resource("server", 1, mon = FALSE) %>%
    add_dataframe("customer", customer, customers) %>%
    run() %>%
    get_mon_arrivals()
}

given <- commandArgs(trailingOnly = TRUE)
clients <- as.integer(given[1])
set.seed(as.integer(given[2]))
gap <- as.numeric(given[3])
service <- as.numeric(given[4])
# A small run first, so that what R does once is not counted.
invisible(simulate(clients %/% 50L, gap, service))
began <- proc.time()
arrivals <- simulate(clients, gap, service)
waited <- sum(arrivals$end_time - arrivals$start_time - arrivals$activity_time)
took <- proc.time() - began
cat(sprintf(
  '{"clients": %d, "visits": %d, "waited": %.9g, "seconds": %.6f, "processorSeconds": %.6f}\n',
  clients, nrow(arrivals), waited, took[["elapsed"]], took[["user.self"]] + took[["sys.self"]]
))
