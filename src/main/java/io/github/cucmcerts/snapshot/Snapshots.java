package io.github.cucmcerts.snapshot;

import io.github.cucmcerts.cucm.NodeName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Requests snapshots from a cluster's nodes, several at a time. */
public final class Snapshots {
    private static final int AT_A_TIME = 8;
    private static final int OK = 200;

    private Snapshots() {}

    /**
     * Sends one request to each node.
     *
     * @param timeout for connecting to a node, and for its whole answer
     * @param takenAt the time that the snapshots state
     * @return the results in the order of the targets
     * @throws InterruptedException if somebody stops the build
     */
    public static List<Result> take(
            List<Target> targets,
            TrustedCertificates trusted,
            Credentials credentials,
            Duration timeout,
            Instant takenAt)
            throws InterruptedException {
        List<NodeName> nodes = targets.stream().map(Target::node).toList();
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME, Snapshots::daemon);
        try {
            List<Future<Result>> asked = new ArrayList<>();
            for (Target target : targets) {
                asked.add(threads.submit(() -> {
                    try {
                        HttpsGet.Answer answer = HttpsGet.ask(target, trusted, credentials, timeout);
                        if (answer.http().status() != OK) {
                            throw Failures.status(answer.http(), target);
                        }
                        return new Result.Taken(target, Snapshot.of(answer, target, nodes, takenAt));
                    } catch (NoSnapshot e) {
                        return new Result.Failed(target, e);
                    }
                }));
            }
            List<Result> results = new ArrayList<>();
            for (int i = 0; i < asked.size(); i++) {
                results.add(result(asked.get(i), targets.get(i)));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Result result(Future<Result> asked, Target target) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            return new Result.Failed(target, Failures.defect(e.getCause()));
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "cucm-certs-snapshot");
        thread.setDaemon(true);
        return thread;
    }
}
