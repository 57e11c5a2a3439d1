# Ten stations in simmer, as its vignette on queueing networks writes them: one trajectory, with a way out and a way back after every station.
# Arguments: clients, seed, mean gap, part that goes on, part that begins anew, servers and mean services (each with commas).
suppressPackageStartupMessages(library(simmer))

simulate <- function(clients, servers, services, gap, onward, again) {
  visits <- 0
  last <- length(servers)
  visit <- function(path, station) {
    desk <- paste0("desk-", station)
    rate <- 1 / services[station]
    # Who does not leave here goes on, or back to the first station.
    stays <- again + if (station < last) onward else 0
    back <- again / stays
    path %>%
      seize(desk, tag = desk) %>%
      timeout(function() {
        visits <<- visits + 1
        rexp(1, rate)
      }) %>%
      release(desk) %>%
      leave(1 - stays) %>%
      rollback("desk-1", check = function() runif(1) < back)
  }
  customer <- Reduce(visit, seq_len(last), trajectory())
  environment <- simmer()
  for (station in seq_len(last)) {
    add_resource(environment, paste0("desk-", station), servers[station], mon = FALSE)
  }
  arrivals <- environment %>%
    add_dataframe("customer", customer, data.frame(time = rexp(clients, 1 / gap))) %>%
    run() %>%
    get_mon_arrivals()
  waited <- sum(arrivals$end_time - arrivals$start_time - arrivals$activity_time)
  list(visits = visits, waited = waited)
}

given <- commandArgs(trailingOnly = TRUE)
clients <- as.integer(given[1])
set.seed(as.integer(given[2]))
gap <- as.numeric(given[3])
onward <- as.numeric(given[4])
again <- as.numeric(given[5])
servers <- as.integer(strsplit(given[6], ",")[[1]])
services <- as.numeric(strsplit(given[7], ",")[[1]])
# A small run first, so that what R does once is not counted.
invisible(simulate(clients %/% 50L, servers, services, gap, onward, again))
began <- proc.time()
found <- simulate(clients, servers, services, gap, onward, again)
took <- proc.time() - began
cat(sprintf(
  '{"clients": %d, "visits": %d, "waited": %.9g, "seconds": %.6f, "processorSeconds": %.6f}\n',
  clients, as.integer(found$visits), found$waited, took[["elapsed"]], took[["user.self"]] + took[["sys.self"]]
))
