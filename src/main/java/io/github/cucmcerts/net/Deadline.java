package io.github.cucmcerts.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Limits how long a connection can be used: at the end it closes the socket, which ends a handshake, a write, and a read. */
public final class Deadline implements AutoCloseable {
    private final AtomicBoolean late = new AtomicBoolean();
    private final Runnable cancel;

    /** Runs something later. */
    public interface Timer {
        /** The JDK's timer, because the common pool may be busy. */
        Timer SYSTEM = (time, work) -> {
            CompletableFuture<Void> later = CompletableFuture.runAsync(
                    work, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, Runnable::run));
            return () -> later.cancel(false);
        };

        /** Starts to wait. The result cancels it. */
        Runnable after(Duration time, Runnable work);
    }

    /** The time ended. */
    public static final class Late extends IOException {}

    private Deadline(Socket socket, Duration time, Timer timer) {
        cancel = timer.after(time, () -> {
            late.set(true);
            end(socket);
        });
    }

    /** Starts the time. */
    public static Deadline of(Socket socket, Duration time, Timer timer) {
        return new Deadline(socket, time, timer);
    }

    /** The reason for a failure: if the time ended, this is the reason. */
    public IOException reason(IOException failure) {
        return late.get() ? new Late() : failure;
    }

    @Override
    public void close() {
        cancel.run();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
