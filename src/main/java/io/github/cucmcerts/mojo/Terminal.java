package io.github.cucmcerts.mojo;

/** What is known about the terminal to which Maven writes. */
final class Terminal {
    private static final int NARROWEST = 60;
    /** If nothing is known, and for files. */
    static final int USUAL = 80;

    private static final int WIDEST = 120;
    /** The class that Maven 3.6 to 4 all show to plugins: Jansi's own or, since 3.10, Maven's substitute. */
    private static final String ANSI = "org.fusesource.jansi.Ansi";
    /** A class of Jansi 2, which Maven 3.8 and 3.9 show to plugins. */
    private static final String CONSOLE = "org.fusesource.jansi.AnsiConsole";

    private Terminal() {}

    /** Whether Maven colors its output. This follows {@code -B}, {@code -l} and {@code -Dstyle.color}. */
    static boolean isColoured() {
        return Boolean.TRUE.equals(call(ANSI, "isEnabled"));
    }

    /** The number of columns to use: the width of the terminal, within limits. */
    static int columns() {
        return columns(System.getenv("COLUMNS"));
    }

    /**
     * The number of columns, for that value of the environment.
     *
     * @param wished the environment variable {@code COLUMNS}; null if it is not set
     */
    static int columns(String wished) {
        if (wished != null && wished.matches("[0-9]{1,9}")) {
            return bounded(Integer.parseInt(wished));
        }
        // for a file or a pipe, Jansi reports the width of the terminal behind it
        return isColoured() && call(CONSOLE, "getTerminalWidth") instanceof Integer columns ? bounded(columns) : USUAL;
    }

    /** Some terminals report 0, and Git Bash on Windows reports thousands. */
    private static int bounded(int columns) {
        return columns == 0 ? USUAL : Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    /** The result of a static method; null if Maven does not have it. */
    private static Object call(String type, String method) {
        try {
            return Class.forName(type).getMethod(method).invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }
}
