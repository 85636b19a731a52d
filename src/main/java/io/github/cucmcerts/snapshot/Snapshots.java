package io.github.cucmcerts.snapshot;

import io.github.cucmcerts.cucm.NodeName;
import io.github.cucmcerts.net.Parallel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Requests snapshots from a cluster's nodes, several at a time. */
public final class Snapshots {
    private static final int AT_A_TIME = 8;
    private static final int OK = 200;

    private Snapshots() {}

    /**
     * Sends one request to each node.
     *
     * @param timeout for finding the addresses of a node, for connecting to each of them, and for its whole answer
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
        List<Callable<Result>> work = new ArrayList<>();
        for (Target target : targets) {
            work.add(() -> result(target, nodes, trusted, credentials, timeout, takenAt));
        }
        return Parallel.all(work, AT_A_TIME);
    }

    private static Result result(
            Target target,
            List<NodeName> nodes,
            TrustedCertificates trusted,
            Credentials credentials,
            Duration timeout,
            Instant takenAt) {
        try {
            HttpsGet.Answer answer = HttpsGet.ask(target, trusted, credentials, timeout);
            if (answer.http().status() != OK) {
                throw Failures.status(answer.http(), target);
            }
            return new Result.Taken(target, Snapshot.of(answer, target, nodes, takenAt));
        } catch (NoSnapshot e) {
            return new Result.Failed(target, e);
        } catch (RuntimeException | Error e) {
            return new Result.Failed(target, Failures.defect(e));
        }
    }
}
