package io.github.cucmcerts.mojo;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Logs every few seconds what a long run is doing. */
final class Progress implements Consumer<String>, AutoCloseable {
    private static final int SECONDS = 5;

    private final Log log;
    private final ScheduledExecutorService timer;
    private volatile String doing = "starting";

    Progress(Log log, ScheduledExecutorService timer) {
        this.log = log;
        this.timer = timer;
    }

    static Progress start(Log log) {
        Progress progress = new Progress(log, Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "cucm-certs progress");
            thread.setDaemon(true);
            return thread;
        }));
        progress.timer.scheduleAtFixedRate(progress::tell, SECONDS, SECONDS, TimeUnit.SECONDS);
        return progress;
    }

    @Override
    public void accept(String what) {
        doing = what;
    }

    void tell() {
        log.info("Still " + doing + " …");
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
