package io.github.cucmcerts.mojo;

import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Logs every few seconds what a long run does. */
final class Progress implements Consumer<String>, AutoCloseable {
    private static final int MILLISECONDS = 5_000;

    private final Log log;
    private final Timer timer;
    private volatile String doing = "starting";

    Progress(Log log, Timer timer) {
        this.log = log;
        this.timer = timer;
    }

    static Progress start(Log log) {
        Progress progress = new Progress(log, new Timer("cucm-certs progress", true));
        progress.timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        progress.show();
                    }
                },
                MILLISECONDS,
                MILLISECONDS);
        return progress;
    }

    @Override
    public void accept(String what) {
        doing = what;
    }

    void show() {
        log.info("Still " + doing + " …");
    }

    @Override
    public void close() {
        timer.cancel();
    }
}
