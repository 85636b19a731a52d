package io.github.cucmcerts.mojo;

import io.github.cucmcerts.text.Language;
import io.github.cucmcerts.text.Message;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Logs every few seconds what a long run does. */
final class Progress implements Consumer<Message>, AutoCloseable {
    private static final int MILLISECONDS = 5_000;

    private final Log log;
    private final Timer timer;
    private final Language texts;
    private volatile Message doing = Message.of("mojo.doing-start", "starting");

    Progress(Log log, Language texts, Timer timer) {
        this.log = log;
        this.texts = texts;
        this.timer = timer;
    }

    static Progress start(Log log, Language texts) {
        Progress progress = new Progress(log, texts, new Timer("cucm-certs progress", true));
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
    public void accept(Message what) {
        doing = what;
    }

    void show() {
        log.info(texts.text("mojo.still-doing", "Still {doing} …", "doing", doing));
    }

    @Override
    public void close() {
        timer.cancel();
    }
}
