package io.github.cucmcerts.net;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at the same time. */
public final class Parallel {
    private Parallel() {}

    /**
     * Does all of it, and waits.
     *
     * @param atATime how many threads do it
     * @return the results in the order of the work
     * @throws InterruptedException if the build is stopped
     */
    public static <T> List<T> all(List<Callable<T>> work, int atATime) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(atATime, Parallel::daemon);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** A thread that does not keep Java from its end. */
    static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "cucm-certs-connections");
        thread.setDaemon(true);
        return thread;
    }
}
