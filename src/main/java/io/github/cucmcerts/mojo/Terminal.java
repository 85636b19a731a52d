package io.github.cucmcerts.mojo;

/** What is known of the terminal that Maven writes to. */
final class Terminal {
    private static final int NARROWEST = 60;
    /** Where nothing is known, and of a file. */
    static final int USUAL = 80;

    private static final int WIDEST = 120;
    /** The class that Maven 3.6 to 4 all show plugins: Jansi's own or, since 3.10, Maven's substitute for it. */
    private static final String ANSI = "org.fusesource.jansi.Ansi";
    /** Of Jansi 2, which Maven 3.8 and 3.9 show plugins. */
    private static final String CONSOLE = "org.fusesource.jansi.AnsiConsole";

    private Terminal() {}

    /** Whether Maven colours its output. Its switch follows {@code -B}, {@code -l} and {@code -Dstyle.color}. */
    static boolean isColoured() {
        return Boolean.TRUE.equals(call(ANSI, "isEnabled"));
    }

    /** How many columns to use: as many as the terminal has, within bounds. */
    static int columns() {
        return columns(System.getenv("COLUMNS"));
    }

    /**
     * The same.
     *
     * @param wished the environment's variable {@code COLUMNS}; null where there is none
     */
    static int columns(String wished) {
        if (wished != null && wished.matches("[0-9]{1,9}")) {
            return bounded(Integer.parseInt(wished));
        }
        // of a file or a pipe Jansi tells the width of the terminal behind it
        return isColoured() && call(CONSOLE, "getTerminalWidth") instanceof Integer columns ? bounded(columns) : USUAL;
    }

    /** Some terminals tell 0, and Git Bash on Windows thousands. */
    private static int bounded(int columns) {
        return columns == 0 ? USUAL : Math.max(NARROWEST, Math.min(WIDEST, columns));
    }

    /** What a static method returns; null where Maven does not have it. */
    private static Object call(String type, String method) {
        try {
            return Class.forName(type).getMethod(method).invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }
}
